using System.Collections.Immutable;

namespace MentorBot.Domain.Roster;

/// <summary>A roster as it was read.</summary>
/// <param name="Errors">What could not be read; such lines are not among <paramref name="Lines"/>.</param>
public sealed record RosterTable(ImmutableArray<RosterLine> Lines, ImmutableArray<RosterError> Errors);
