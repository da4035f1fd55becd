using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

/// <summary>
/// Whatever the prices: no placement costs less than what all mentees would pay at them, each choosing the cheapest, and what all
/// mentors would lose, each filling the places that are worth their price. A placement that costs just as much is an optimum. This
/// is the duality of linear programs; it does not matter how the placement and its prices were found.
/// </summary>
internal static class Proof
{
    public static void Holds(Cohort cohort, Placement placement)
    {
        var scale = Scale.Of(cohort.Mentees, cohort.Mentors);
        Assert.Equal(LeastPossible(cohort, placement, scale), Cost(cohort, placement, scale));
    }

    private static Int128 Cost(Cohort cohort, Placement placement, Scale scale)
    {
        var (placed, score, _) = Aims.Of(cohort, placement.MentorOf);
        var people = placement.MentorOf.OfType<int>().CountBy(mentor => mentor);
        return ((Int128)(cohort.Mentees - placed) * scale.Unplaced)
            + (((placed * (Int128)Scale.BestScore) - score) * scale.Point)
            + people.Aggregate(Int128.Zero, (sum, one) => sum + Places(cohort.Mentors[one.Key], one.Value));
    }

    private static Int128 LeastPossible(Cohort cohort, Placement placement, Scale scale)
    {
        var pays = Enumerable.Repeat((Int128)scale.Unplaced, cohort.Mentees).ToArray();
        foreach (var pair in cohort.Pairs.Where(pair => cohort.Mentors[pair.Mentor].Free > 0))
            pays[pair.Mentee] = Int128.Min(pays[pair.Mentee], scale.Pair(pair.Score) + (Int128)placement.Prices[pair.Mentor]);
        var loses = cohort.Mentors.Zip(placement.Prices, (mentor, price) =>
            Enumerable.Range(0, mentor.Free + 1).Min(people => Places(mentor, people) - (people * (Int128)price)));
        return pays.Concat(loses).Aggregate(Int128.Zero, (sum, one) => sum + one);
    }

    /// <summary>By how much the square of a mentor's people grows.</summary>
    private static Int128 Places(MentorPlaces mentor, int people) =>
        ((Int128)(mentor.Taken + people) * (mentor.Taken + people)) - ((Int128)mentor.Taken * mentor.Taken);
}
