using System.Collections.Immutable;
using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Benchmarks.Load;

/// <summary>
/// A cohort as a large organisation may have it: each mentee may go to forty mentors, most of them of the theme that is wished
/// for; some themes are sought more than others, some mentors by everybody; every mentor has one to four places. The same
/// numbers make the same cohort.
/// </summary>
public sealed record WaitingCohort(int Mentees, ImmutableArray<MentorPlaces> Mentors, ImmutableArray<Eligible> Pairs)
{
    private const int PairsEach = 40;
    private const int Themes = 12;
    private const int Sites = 5;
    private const int MostPlaces = 4;

    /// <param name="hard">Scores that no sum of points gives, the dearest to place that were found: everybody wants the same mentors, but not equally much.</param>
    public static WaitingCohort Of(int mentees, int mentors, int places, bool hard)
    {
        var random = new Random(mentees + places);
        var free = Places(random, mentors, places);
        var standing = Enumerable.Range(0, mentors).Select(_ => random.Next(9)).ToArray();
        var pairs = ImmutableArray.CreateBuilder<Eligible>(mentees * PairsEach);
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            var theme = Math.Min(random.Next(Themes), random.Next(Themes));
            foreach (var mentor in Fitting(random, mentors, hard ? null : theme))
                pairs.Add(new Eligible(mentee, mentor, hard ? HardScore(mentee, standing[mentor]) : Score(mentee, mentor, theme, standing[mentor])));
        }

        int Score(int mentee, int mentor, int theme, int known) =>
            20 + (mentor % Themes == theme ? 40 : 0) + (mentor % Sites == mentee % Sites ? 30 : 0) + (5 * known) + (5 * random.Next(7));
        int HardScore(int mentee, int known) => 20 + (140 * ((known * 7) + random.Next(7)) * (mentee % 100) / 6300);
        return new WaitingCohort(mentees, [.. free.Select(count => new MentorPlaces(count, random.Next(3)))], pairs.MoveToImmutable());
    }

    private static int[] Places(Random random, int mentors, int places)
    {
        var free = Enumerable.Repeat(1, mentors).ToArray();
        for (var given = mentors; given < places;)
        {
            var mentor = random.Next(mentors);
            if (free[mentor] == MostPlaces)
                continue;
            free[mentor]++;
            given++;
        }

        return free;
    }

    private static HashSet<int> Fitting(Random random, int mentors, int? theme)
    {
        var fitting = new HashSet<int>();
        while (fitting.Count < PairsEach)
        {
            // Where few mentors know the theme, others fill up.
            var mentor = random.Next(mentors);
            if (theme is { } wished && random.Next(4) > 0 && fitting.Count < mentors / Themes)
                mentor = Math.Min(mentor - (mentor % Themes) + wished, mentors - 1);
            fitting.Add(mentor);
        }

        return fitting;
    }
}
