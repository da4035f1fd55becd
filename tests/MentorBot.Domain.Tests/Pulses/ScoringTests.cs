using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

public sealed class ScoringTests
{
    public static TheoryData<string> Sets => [.. SampleAnswers.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Figures_are_those_that_were_worked_out_apart_from_this_code(string set)
    {
        var (form, answers) = SampleAnswers.Of(set);
        var (count, mean, deviation, complete, alpha) = SampleAnswers.FiguresOf(set);

        var sums = Fold(form, answers);

        Assert.Equal(count, sums.Scores.Count);
        Assert.Equal(mean, sums.Scores.Mean!.Value, 10);
        Assert.Equal(deviation!.Value, sums.Scores.StandardDeviation!.Value, 10);
        Assert.Equal(complete, sums.Items.Count);
        Assert.Equal(alpha is null, sums.Items.Alpha is null);
        Assert.Equal(alpha ?? 0, sums.Items.Alpha ?? 0, 10);
    }

    [Fact]
    public void By_hand_three_people_and_seven_statements()
    {
        // 4 4 4 4 4 4 4 and 5 5 5 5 5 5 5 and 6 6 6 6 6 6 6: means 4, 5 and 6, so 5 on average, one point apart; they move as one.
        var sums = Fold(PulseForm.A, [AllOf(PulseForm.A, 4), AllOf(PulseForm.A, 5), AllOf(PulseForm.A, 6)]);

        Assert.Equal((5.0, 1.0, 1.0), (sums.Scores.Mean, sums.Scores.StandardDeviation, sums.Items.Alpha));
    }

    [Theory]
    [InlineData(PulseForm.A, 5, true)]
    [InlineData(PulseForm.A, 4, false)]
    [InlineData(PulseForm.All, 14, true)]
    [InlineData(PulseForm.All, 13, false)]
    public void A_whole_counts_from_two_thirds_of_its_statements(PulseForm form, int answered, bool counts)
    {
        var answers = Answers.Of(MentoringIndex.ItemsOf(form).Take(answered).Select(item => (item, 6)));

        Assert.Equal(counts ? 6.0 : null, Scoring.Total(answers, form)?.Value);
    }

    [Theory]
    [InlineData("learning", 2, true)]
    [InlineData("learning", 1, false)]
    [InlineData("affirmation", 4, true)]
    [InlineData("affirmation", 3, false)]
    public void A_function_counts_from_two_thirds_of_its_statements(string id, int answered, bool counts)
    {
        var function = MentoringIndex.Functions.Single(one => one.Id == id);
        var answers = Answers.Of(function.Items.Take(answered).Select(item => (item, 3)));

        Assert.Equal(counts ? 3.0 : null, Scoring.Of(answers, function)?.Value);
    }

    [Fact]
    public void All_leave_everything_out_and_there_is_nothing()
    {
        var sums = Fold(PulseForm.A, [Answers.None, Answers.None, Answers.None]);

        Assert.Equal(PulseSums.None(PulseForm.A), sums);
        Assert.Null(sums.Scores.Mean);
    }

    [Fact]
    public void All_say_the_same_and_alpha_is_undefined_though_the_spread_is_nought()
    {
        var sums = Fold(PulseForm.C, Enumerable.Repeat(AllOf(PulseForm.C, 7), 30));

        Assert.Equal((7.0, 0.0), (sums.Scores.Mean, sums.Scores.StandardDeviation));
        Assert.Null(sums.Items.Alpha);
    }

    [Fact]
    public void The_order_does_not_matter_and_folding_in_parts_equals_folding_at_once() => Prop.ForAll(
        AnyAnswers.OfPeople.ToArbitrary(),
        people =>
        {
            var half = people.People.Length / 2;
            var inParts = Fold(people.Form, people.People.Skip(half)).Plus(Fold(people.Form, people.People.Take(half)));
            return Fold(people.Form, people.People).Equals(inParts) && Fold(people.Form, people.People.Reverse()).Equals(inParts);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sums_of_ten_thousand_lose_nothing()
    {
        // Nine in ten thousand differ by a seventh of a point: doubles that subtract large squares would see noise.
        var mostly = AllOf(PulseForm.A, 6);
        var sums = Fold(PulseForm.A, Enumerable.Range(0, 10_000).Select(at => at < 9 ? mostly.With(1, 7) : mostly));

        Assert.Equal(Math.Sqrt(9 * 9991 / 10_000.0 / 9999) / 7, sums.Scores.StandardDeviation!.Value, 12);
    }

    private static Answers AllOf(PulseForm form, int value) => Answers.Of(MentoringIndex.ItemsOf(form).Select(item => (item, value)));

    private static PulseSums Fold(PulseForm form, IEnumerable<Answers> answers) => Fold(form, answers.Select(one => new[] { new Answered(PulseRole.Mentee, false, one) }));

    private static PulseSums Fold(PulseForm form, IEnumerable<Answered[]> people) => people.Aggregate(PulseSums.None(form), (sums, person) => sums.Plus(person));
}
