using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

/// <summary>Too many to try everything: their prices prove that nothing is better.</summary>
public sealed class LargeCohortTests
{
    private const int Mentees = 3000;
    private const int Mentors = 900;
    private const int PairsEach = 40;

    /// <summary>How the scores come about: by chance, all the same, everybody thinks alike, in big numbers.</summary>
    public enum Scores
    {
        Chance,
        Same,
        Alike,
        Big,
    }

    /// <summary>With places for two thirds, for just everybody, and to spare.</summary>
    [Theory]
    [InlineData(Scores.Chance, 2000)]
    [InlineData(Scores.Chance, 3000)]
    [InlineData(Scores.Chance, 3400)]
    [InlineData(Scores.Same, 2000)]
    [InlineData(Scores.Same, 3000)]
    [InlineData(Scores.Same, 3400)]
    [InlineData(Scores.Alike, 2000)]
    [InlineData(Scores.Alike, 3000)]
    [InlineData(Scores.Alike, 3400)]
    [InlineData(Scores.Big, 2000)]
    [InlineData(Scores.Big, 3000)]
    [InlineData(Scores.Big, 3400)]
    public void The_prices_prove_the_placement(Scores scores, int places)
    {
        var cohort = Random(scores, places);

        var placement = cohort.Optimum();

        Proof.Holds(cohort, placement);
        Assert.Contains(placement.MentorOf, mentor => mentor is not null);
    }

    [Theory]
    [InlineData(Scores.Same)]
    [InlineData(Scores.Alike)]
    public void The_order_of_the_pairs_does_not_matter(Scores scores)
    {
        var cohort = Random(scores, 2600);

        Assert.Equal<int?>(cohort.Optimum().MentorOf, cohort.Shuffled(1).Optimum().MentorOf);
    }

    [Fact]
    public void The_largest_costs_allowed_are_a_hundredth_of_what_a_long_holds()
    {
        var largest = Scale.Of(Scale.MostMentees, [.. Enumerable.Repeat(new MentorPlaces(Scale.MostPeople, 0), 1000)]);

        Assert.InRange(largest.Unplaced, 1, long.MaxValue / 100);
    }

    private static Cohort Random(Scores scores, int places)
    {
        var random = new Random(((int)scores * 10_000) + places);
        var free = new int[Mentors];
        for (var place = 0; place < places;)
        {
            var mentor = random.Next(Mentors);
            if (free[mentor] == 4)
                continue;
            free[mentor]++;
            place++;
        }

        var standing = Enumerable.Range(0, Mentors).Select(_ => random.Next(60)).ToArray();
        int Score(int mentee, int mentor) => scores switch
        {
            Scores.Chance => random.Next(20, 161),
            Scores.Same => 60,
            Scores.Alike => 20 + (140 * standing[mentor] * (mentee % 100) / 6000),
            _ => random.Next(1001),
        };

        var mentors = free.Select(count => new MentorPlaces(count, random.Next(scores == Scores.Big ? Scale.MostPeople - 4 : 3)));
        var pairs =
            from mentee in Enumerable.Range(0, Mentees)
            from mentor in random.GetItems(Enumerable.Range(0, Mentors).ToArray(), PairsEach)
            select new Eligible(mentee, mentor, Score(mentee, mentor));
        return new Cohort(Mentees, [.. mentors], [.. pairs]);
    }
}
