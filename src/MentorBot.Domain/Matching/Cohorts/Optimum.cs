using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>
/// Everybody who waits, matched at once: as many as possible are placed; of all ways to do that one with the highest total score; of
/// those one with the fairest load (the least sum of squares of the people that each mentor then has). It is an optimum, not a guess:
/// the prices that come with it prove so. One such placement may have equals. Which of them it is follows from the numbers of
/// mentees and mentors alone, never from the order of the pairs; it favours nobody on purpose.
/// </summary>
/// <remarks>
/// The Hungarian method, one shortest path a mentee (<see cref="CheapestChain"/>), with a price a mentor instead of one a place, and
/// "nobody" as a choice that everybody has to themselves. The three aims are one cost: <see cref="Scale"/>.
/// </remarks>
public static class Optimum
{
    /// <param name="mentees">How many mentees, at most <see cref="Scale.MostMentees"/>. They are numbered from 0.</param>
    /// <param name="mentors">The mentors, in the order of their numbers.</param>
    /// <param name="pairs">Who may go to whom, in any order. A mentee without a pair stays without a mentor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range: see <see cref="Eligible"/>, <see cref="MentorPlaces"/> and <see cref="Scale"/>.</exception>
    public static Placement Of(
        int mentees, ImmutableArray<MentorPlaces> mentors, IReadOnlyList<Eligible> pairs, CancellationToken cancellationToken = default)
    {
        Check(mentees, mentors);
        var scale = Scale.Of(mentees, mentors);
        var choices = Choices.Of(mentees, mentors, pairs, scale);
        var seats = new Seats(mentees, mentors, choices);
        var chain = new CheapestChain(choices, seats, mentors, scale);
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chain.Place(mentee);
        }

        return new Placement([.. Enumerable.Range(0, mentees).Select(seats.MentorOf)], [.. chain.Prices]);
    }

    private static void Check(int mentees, ImmutableArray<MentorPlaces> mentors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mentees);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mentees, Scale.MostMentees);
        foreach (var (free, taken) in mentors)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(free, nameof(mentors));
            ArgumentOutOfRangeException.ThrowIfNegative(taken, nameof(mentors));
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)taken + free, Scale.MostPeople, nameof(mentors));
        }
    }
}
