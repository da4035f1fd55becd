using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>The form with all statements shows means of its six functions and alpha as well. Twelve pairs answer it; looked for is another course of things that shows the same.</summary>
public sealed class WholeFormAttackTests
{
    private const int Pairs = 12;
    private const int Steps = 20_000;

    private static readonly InvitedPair[] Asked = [.. Enumerable.Range(0, Pairs).Select(at => new InvitedPair(new($"a{at}"), new($"m{at}"), IsLonger: at % 2 == 1))];

    private readonly Random random = new(29);

    /// <param name="who">Mentees first.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(Pairs + 1)]
    public void Whatever_the_whole_form_shows_this_person_might_not_have_answered_or_scored_two_points_higher_or_lower(int who)
    {
        // Some like it more than others, so that alpha lies between its ends.
        var real = Enumerable.Range(0, 2 * Pairs).Select(_ => random.Next(3, 5) is var mood ? Row(() => mood + random.Next(-2, 3)) : []).ToArray();
        var shown = Shows([.. real.Select(Sums)]);

        Assert.Equal((6, 10, true), (shown.Functions.Length, shown.Longer!.Number.AtLeast, shown.Alpha is { IsLowEnd: false, IsHighEnd: false }));
        Assert.True(Exists(real, shown, who, []), "They must have answered.");
        Assert.True(Exists(real, shown, who, Row(() => 3)), "Their score is no 3.");
        Assert.True(Exists(real, shown, who, Row(() => 5)), "Their score is no 5.");
    }

    /// <summary>Nudges what the others answered until the same is shown although this one's answers are these.</summary>
    private bool Exists(int[][] real, ShownFigures shown, int who, int[] answers)
    {
        int[][] world = [.. real.Select((row, at) => at == who ? answers : [.. row])];
        var sums = world.Select(Sums).ToArray();
        var cost = Distance(Shows(sums), shown);
        for (var step = 0; step < Steps && cost > 0; step++)
        {
            var (at, item) = (random.Next(world.Length), random.Next(MentoringIndex.Items));
            if (at == who)
                continue;
            var (value, sum) = (world[at][item], sums[at]);
            world[at][item] = Math.Clamp(value + random.Next(-2, 3), MentoringIndex.Lowest, MentoringIndex.Highest);
            sums[at] = Sums(world[at], at);
            if (Distance(Shows(sums), shown) is var now && now <= cost)
                cost = now;
            else
                (world[at][item], sums[at]) = (value, sum);
        }

        return cost == 0;
    }

    private static PulseSums Sums(int[] row, int at) => PulseSums.None(PulseForm.All).Plus(row.Length == 0
        ? []
        : [new Answered(at < Pairs ? PulseRole.Mentee : PulseRole.Mentor, Asked[at % Pairs].IsLonger, Answers.Of(row.Select((value, item) => (item + 1, value))))]);

    private static ShownFigures Shows(PulseSums[] sums) => Showing.Of(sums.Aggregate((all, one) => all.Plus(one)), Invited.Of(Asked))!;

    private static int Distance(ShownFigures one, ShownFigures other) =>
        Lines(one).Zip(Lines(other), (here, there) => (30 * Math.Abs(here.Number.AtLeast - there.Number.AtLeast)) + Math.Abs(here.Mean.Tenths - there.Mean.Tenths) + (4 * Math.Abs(here.Spread.Halves - there.Spread.Halves))).Sum()
        + one.Functions.Zip(other.Functions, (here, there) => Math.Abs(here.Tenths - there.Tenths)).Sum()
        + (one.Equals(other) ? 0 : 1)
        + (4 * Math.Abs((one.Alpha?.Tenths ?? 0) - (other.Alpha?.Tenths ?? 0)));

    private static ShownScore[] Lines(ShownFigures figures) => [figures.Everyone, figures.Mentees!, figures.Mentors!, figures.FirstHalfYear!, figures.Longer!];

    private static int[] Row(Func<int> value) => [.. Enumerable.Range(0, MentoringIndex.Items).Select(_ => value())];
}
