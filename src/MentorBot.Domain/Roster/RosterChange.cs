using System.Collections.Immutable;

namespace MentorBot.Domain.Roster;

/// <summary>What changes when a roster is taken over.</summary>
/// <param name="Basis">The version that it takes the place of: when that is another by then, it has to be looked at again.</param>
/// <param name="Mark">Of the new one.</param>
/// <param name="People">How many it lists.</param>
/// <param name="New">Of them, who was not listed before.</param>
/// <param name="OtherGroup">Of them, who was, in another group or none.</param>
/// <param name="NoLonger">Who was listed and is not any more.</param>
/// <param name="Asked">Who will be asked whether they would like to mentor, in the order of the roster.</param>
public sealed record RosterChange(string Basis, string Mark, int People, int New, int OtherGroup, int NoLonger, ImmutableArray<PersonId> Asked)
{
    /// <param name="wasAsked">Who was, ever, or need not be.</param>
    /// <param name="mentors">Who mentors, or offers to.</param>
    public static RosterChange Of(string basis, IReadOnlyDictionary<PersonId, RosterEntry> before, NewRoster next, IReadOnlySet<PersonId> wasAsked, IReadOnlySet<PersonId> mentors)
    {
        var known = next.Entries.Where(entry => before.ContainsKey(entry.Person)).ToList();
        return new(
            basis,
            next.Mark,
            next.Entries.Length,
            next.Entries.Length - known.Count,
            known.Count(entry => before[entry.Person].Group != entry.Group),
            before.Count - known.Count,
            [.. next.Entries.Where(entry => entry.MayMentor && !wasAsked.Contains(entry.Person) && !mentors.Contains(entry.Person)).Select(entry => entry.Person)]);
    }
}
