using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>
/// Looks for another course of things that would have shown exactly the same: other answers, other people taking part. What can be
/// found need not be so, so whoever sees the figures cannot know that it is not.
/// </summary>
/// <param name="real">Where the search begins: what is shown is what shows here when everybody answers.</param>
/// <param name="history">For each check-in, the pairs that were asked.</param>
/// <param name="shown">What was shown of each.</param>
internal sealed class OtherWorlds(Town real, IReadOnlyList<int[]> history, Random random)
{
    private const int Tries = 4;
    private const int Steps = 4000;

    /// <summary>The likeliest first.</summary>
    private static readonly int[] LowerScores = [3, 2, 4, 1, 5];

    private readonly List<ShownFigures?> shown = [.. history.Select(asked => real.Shows(asked, _ => true))];

    /// <summary>One in which this person never answered.</summary>
    public bool Without(PersonId person) => Exists(person, null);

    /// <summary>Two in which this person answered everywhere, with scores that lie two points apart.</summary>
    public bool LeaveOpen(PersonId person) => LowerScores.Any(low => With(person, low) && With(person, low + 2));

    private bool With(PersonId person, int score) => Exists(null, (person, 7 * score));

    private bool Exists(PersonId? absent, (PersonId Person, int Sum)? wanted) => Enumerable.Range(0, Tries).Any(_ => Climb(absent, wanted));

    private bool Climb(PersonId? absent, (PersonId Person, int Sum)? wanted)
    {
        var people = real.People.ToList();
        var world = Fixed(real, wanted);
        var takesPart = history.Select(_ => people.ToDictionary(person => person, person => person != absent)).ToList();
        var cost = Cost(world, takesPart);
        for (var step = 0; step < Steps && cost > 0; step++)
        {
            var (tried, at) = (world, random.Next(history.Count));
            PersonId? changed = null;
            if (random.Next(6) == 0)
            {
                changed = people[random.Next(people.Count)];
                if (changed == wanted?.Person || changed == absent)
                    continue;
                takesPart[at][changed.Value] ^= true;
            }
            else
            {
                tried = Fixed(Nudged(world), wanted);
            }

            // A little worse now and then, so as not to stay where every single step is worse.
            if (Cost(tried, takesPart) is var now && now <= cost + (random.Next(5) == 0 ? random.NextDouble() * 2 : 0))
                (world, cost) = (tried, now);
            else if (changed is { } back)
                takesPart[at][back] ^= true;
        }

        return cost == 0;
    }

    private Town Nudged(Town world)
    {
        var (mentees, mentors) = (world.MenteeSums.ToArray(), world.MentorSums.ToArray());
        var sums = random.Next(2) == 0 ? mentees : mentors;
        var at = random.Next(sums.Length);
        sums[at] = Math.Clamp(sums[at] + random.Next(-9, 10), Town.LowestSum, Town.HighestSum);
        return world with { MenteeSums = mentees, MentorSums = mentors };
    }

    private Town Fixed(Town world, (PersonId Person, int Sum)? wanted) => wanted is not { } fix ? world : world with
    {
        MenteeSums = [.. world.MenteeSums.Select((sum, at) => real.Pairs[at].Mentee == fix.Person ? fix.Sum : sum)],
        MentorSums = [.. world.MentorSums.Select((sum, at) => real.Pairs[at].Mentor == fix.Person ? fix.Sum : sum)],
    };

    private double Cost(Town world, List<Dictionary<PersonId, bool>> takesPart) =>
        history.Select((asked, at) => Distance(world.Shows(asked, person => takesPart[at][person]), shown[at])).Sum();

    private static double Distance(ShownFigures? one, ShownFigures? other)
    {
        if (one is null || other is null)
            return one is null && other is null ? 0 : 1000;
        return Distance(one.Everyone, other.Everyone) + Distance(one.Mentees, other.Mentees) + Distance(one.Mentors, other.Mentors)
            + Distance(one.FirstHalfYear, other.FirstHalfYear) + Distance(one.Longer, other.Longer);
    }

    private static double Distance(ShownScore? one, ShownScore? other)
    {
        if (one is null || other is null)
            return one is null && other is null ? 0 : 300;
        return (30 * Math.Abs(one.Number.AtLeast - other.Number.AtLeast)) + Math.Abs(one.Mean.Tenths - other.Mean.Tenths) + (8 * Math.Abs(one.Spread.Halves - other.Spread.Halves));
    }
}
