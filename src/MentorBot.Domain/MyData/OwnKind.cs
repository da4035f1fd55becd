namespace MentorBot.Domain.MyData;

/// <summary>What kinds of things are held of somebody. Written by name into what they take with them.</summary>
public enum OwnKind
{
    Settings,
    Form,
    Offer,
    Pair,
    Agreement,
    NoteForBoth,
    OwnNote,
    Question,
    SomethingToTry,
    Moment,
    Kept,
    Draft,
    OwnLines,
    Story,
    JointStory,
    Appearance,
    CheckIn,
    LookingBack,
    Openings,
    Messages,
    Roster,
}
