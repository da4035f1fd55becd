using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>
/// What each mentee can choose from, the cheapest pair first and of equals the mentor with the lowest number: nothing is left of the
/// order in which the pairs came, and a search may stop at the first that is too dear. Of a pair that was given twice the dearer one
/// stays and is never used.
/// </summary>
internal sealed class Choices
{
    private readonly int[] start;
    private readonly int[] mentors;
    private readonly long[] costs;

    private Choices(int[] start, int[] mentors, long[] costs) => (this.start, this.mentors, this.costs) = (start, mentors, costs);

    /// <summary>The mentor of each choice. All choices of all mentees are numbered through.</summary>
    public ReadOnlySpan<int> Mentors => mentors;

    public ReadOnlySpan<long> Costs => costs;

    public Range Of(int mentee) => start[mentee]..start[mentee + 1];

    public static Choices Of(int mentees, ImmutableArray<MentorPlaces> mentors, IReadOnlyList<Eligible> pairs, Scale scale)
    {
        var open = new List<Eligible>(pairs.Count);
        foreach (var pair in pairs)
        {
            Check(pair, mentees, mentors.Length);
            if (mentors[pair.Mentor].Free > 0)
                open.Add(pair);
        }

        // Each of these keeps the order of the one before among equals, so the last one rules.
        var sorted = Sorted([.. open], mentors.Length, pair => pair.Mentor);
        sorted = Sorted(sorted, Scale.BestScore + 1, pair => Scale.BestScore - pair.Score);
        sorted = Sorted(sorted, mentees, pair => pair.Mentee);
        return new Choices(
            FirstOfEach(sorted, mentees, pair => pair.Mentee),
            Array.ConvertAll(sorted, pair => pair.Mentor),
            Array.ConvertAll(sorted, pair => scale.Pair(pair.Score)));
    }

    /// <summary>Sorted by counting: two passes, however many pairs.</summary>
    private static Eligible[] Sorted(Eligible[] pairs, int kinds, Func<Eligible, int> kind)
    {
        var next = FirstOfEach(pairs, kinds, kind);
        var sorted = new Eligible[pairs.Length];
        foreach (var pair in pairs)
            sorted[next[kind(pair)]++] = pair;
        return sorted;
    }

    /// <summary>Where each kind begins when the pairs are in order, and, one further, where the last one ends.</summary>
    private static int[] FirstOfEach(Eligible[] pairs, int kinds, Func<Eligible, int> kind)
    {
        var first = new int[kinds + 1];
        foreach (var pair in pairs)
            first[kind(pair) + 1]++;
        for (var one = 0; one < kinds; one++)
            first[one + 1] += first[one];
        return first;
    }

    private static void Check(Eligible pair, int mentees, int mentors)
    {
        if (pair.Mentee < 0 || pair.Mentee >= mentees || pair.Mentor < 0 || pair.Mentor >= mentors || pair.Score is < 0 or > Scale.BestScore)
            throw new ArgumentOutOfRangeException(nameof(pair), pair, $"Of {mentees} mentees and {mentors} mentors.");
    }
}
