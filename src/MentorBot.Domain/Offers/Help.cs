namespace MentorBot.Domain.Offers;

/// <summary>What a mentor could be for someone. Stored by name.</summary>
public enum Help
{
    SomeoneToThinkWith,
    Advice,
    Skill,
    Direction,
    AnotherView,
    Introductions,
    SomeoneWhoListens,
    WhateverIsNeeded,
}
