namespace MentorBot.Domain.Matching;

/// <summary>Why two people might suit.</summary>
/// <param name="About">What the sentence names: a theme's id, a <see cref="Requests.HelpWanted"/>, a number of hours, a language tag, a <see cref="Wishes.WayOfMeeting"/>; null where it names nothing.</param>
public readonly record struct Reason(ReasonKind Kind, int Points, string? About = null);
