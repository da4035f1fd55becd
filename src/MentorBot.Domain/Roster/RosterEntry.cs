namespace MentorBot.Domain.Roster;

/// <summary>What the roster says of somebody.</summary>
/// <param name="Group">The standing group they are in; null for none.</param>
/// <param name="MayMentor">They are thought of as a possible mentor.</param>
public sealed record RosterEntry(PersonId Person, string? Group, bool MayMentor);
