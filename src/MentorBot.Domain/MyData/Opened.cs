namespace MentorBot.Domain.MyData;

/// <summary>What somebody opened and read. Stored by name.</summary>
public enum Opened
{
    Notes,
    Kept,
    Moment,
    Question,
    SomethingToTry,
    HowWeDoThis,
    WhatWasAsked,
    CheckIn,
    Story,
    Everything,
}
