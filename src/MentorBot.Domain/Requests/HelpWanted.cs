namespace MentorBot.Domain.Requests;

/// <summary>What would help most. Stored by name.</summary>
public enum HelpWanted
{
    SomeoneToThinkWith,
    Advice,
    Skill,
    Direction,
    AnotherView,
    Introductions,
    SomeoneWhoListens,
    NotKnownYet,
}
