using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>
/// The three aims as one cost: a mentee placed outweighs all scores together, one point of score all differences in load together.
/// Within the bounds here a place costs less than 2 * 10^3, a point 2 * 10^8, a pair 2 * 10^11, and staying without a mentor less than
/// 3 * 10^16. No price is higher than that; the search adds up three such numbers at most, a hundredth of what a long can hold.
/// </summary>
/// <param name="Point">What a point of score is worth.</param>
/// <param name="Unplaced">What it costs that somebody stays without a mentor.</param>
public readonly record struct Scale(long Point, long Unplaced)
{
    public const int MostMentees = 100_000;

    /// <summary>The most people that a mentor may come to have, those of today included.</summary>
    public const int MostPeople = 1_000;

    public const int BestScore = 1_000;

    public static Scale Of(int mentees, ImmutableArray<MentorPlaces> mentors)
    {
        checked
        {
            long placed = Math.Min(mentees, mentors.Sum(mentor => (long)mentor.Free));
            var dearestPlace = mentors.Where(mentor => mentor.Free > 0).Select(mentor => Place(mentor.Taken + mentor.Free)).DefaultIfEmpty().Max();
            var point = 1 + (placed * dearestPlace);
            return new Scale(point, 1 + (placed * ((BestScore * point) + dearestPlace)));
        }
    }

    /// <summary>What a pair costs: the points that it lacks.</summary>
    public long Pair(int score) => (BestScore - score) * Point;

    /// <summary>What it costs that a mentor has this many people and not one fewer: by how much the square grows. So each further place is dearer.</summary>
    public static long Place(int people) => (2L * people) - 1;
}
