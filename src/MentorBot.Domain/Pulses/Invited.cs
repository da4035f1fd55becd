using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>What is known of an audience before anybody answers.</summary>
/// <param name="Finest">How finely its figures may ever be shown.</param>
/// <param name="People">Each once.</param>
/// <param name="ByRole">The same, in the order of the roles.</param>
/// <param name="ByAge">The same: of relationships under half a year first.</param>
public sealed record Invited(Level Finest, int People, ImmutableArray<int> ByRole, ImmutableArray<int> ByAge)
{
    public static Invited Of(IReadOnlyCollection<InvitedPair> pairs) => new(
        FinestOf(pairs),
        Count(pairs.SelectMany(Both)),
        [.. Enum.GetValues<PulseRole>().Select(role => Count(pairs.Select(pair => pair.In(role))))],
        [Count(pairs.Where(pair => !pair.IsLonger).SelectMany(Both)), Count(pairs.Where(pair => pair.IsLonger).SelectMany(Both))]);

    /// <summary>Every group that is shown has one more person than it needs, whoever that is: so nobody's taking part follows from its being shown.</summary>
    private static Level FinestOf(IReadOnlyCollection<InvitedPair> pairs)
    {
        if (!pairs.SelectMany(Both).Distinct().All(person => IsEnoughWithout(person, pairs)))
            return Level.Nothing;
        if (!Enum.GetValues<PulseRole>().All(role => HasOneToSpare(pairs.Select(pair => pair.In(role)))))
            return Level.Everyone;
        return Cell.All.All(cell => HasOneToSpare(pairs.Where(pair => pair.IsLonger == cell.IsLonger).Select(pair => pair.In(cell.Role)))) ? Level.ByAge : Level.ByRole;
    }

    private static bool IsEnoughWithout(PersonId person, IReadOnlyCollection<InvitedPair> pairs) => new Breadth(
        Count(pairs.SelectMany(Both)) - 1,
        pairs.Count(pair => pair.Mentee != person),
        pairs.Count(pair => pair.Mentor != person)).IsEnough;

    private static bool HasOneToSpare(IEnumerable<PersonId> people) => Count(people) > Breadth.Enough;

    private static int Count(IEnumerable<PersonId> people) => people.Distinct().Count();

    private static PersonId[] Both(InvitedPair pair) => [pair.Mentee, pair.Mentor];

    public bool Equals(Invited? other) =>
        other is not null && (Finest, People) == (other.Finest, other.People) && ByRole.SequenceEqual(other.ByRole) && ByAge.SequenceEqual(other.ByAge);

    public override int GetHashCode() => HashCode.Combine(Finest, People);
}
