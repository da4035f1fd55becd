namespace MentorBot.Domain.Roster;

/// <summary>One thing to put right in a roster.</summary>
/// <param name="Line">The header being line 1; null when it is about the whole.</param>
/// <param name="Found">What stands there, where that helps; shortened.</param>
/// <param name="Other">The line that says the same.</param>
public sealed record RosterError(int? Line, RosterFault Fault, string? Found = null, int? Other = null);
