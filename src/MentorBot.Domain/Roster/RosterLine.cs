namespace MentorBot.Domain.Roster;

/// <summary>One line as it was read, not checked.</summary>
/// <param name="Number">The header being line 1.</param>
/// <param name="Person">An id or a mail address.</param>
public sealed record RosterLine(int Number, string Person, string Group, string Mentor);
