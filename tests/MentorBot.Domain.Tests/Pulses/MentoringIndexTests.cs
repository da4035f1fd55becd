using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

public sealed class MentoringIndexTests
{
    [Fact]
    public void It_has_twenty_one_statements_and_names_its_source()
    {
        Assert.Equal(Enumerable.Range(1, MentoringIndex.Items), MentoringIndex.ItemsOf(PulseForm.All));
        Assert.All(Enumerable.Range(1, MentoringIndex.Items), item => Assert.EndsWith(".", MentoringIndex.Statement(item).TrimEnd('”'), StringComparison.Ordinal));
        Assert.Contains("Ragins", MentoringIndex.Source, StringComparison.Ordinal);
        Assert.Equal("I can be myself with my partner.", MentoringIndex.Statement(12));
    }

    [Fact]
    public void Six_functions_have_each_statement_once()
    {
        Assert.Equal(6, MentoringIndex.Functions.Length);
        Assert.Equal(Enumerable.Range(1, MentoringIndex.Items), MentoringIndex.Functions.SelectMany(function => function.Items));
        Assert.Equal([7, 8, 9, 10, 11, 12], Assert.Single(MentoringIndex.Functions, function => !function.Parts.IsEmpty).Parts.SelectMany(part => part.Items));
    }

    [Fact]
    public void Three_short_forms_cover_the_index_once_with_every_function_in_each()
    {
        PulseForm[] shortForms = [PulseForm.A, PulseForm.B, PulseForm.C];

        Assert.Equal(Enumerable.Range(1, MentoringIndex.Items), shortForms.SelectMany(form => MentoringIndex.ItemsOf(form)).Order());
        Assert.All(shortForms, form => Assert.All(MentoringIndex.Functions, function =>
            Assert.Equal(function.Items.Length / 3, MentoringIndex.ItemsOf(form).Intersect(function.Items).Count())));
    }

    [Fact]
    public void Answers_say_nothing_as_text_and_come_back_as_they_were_sealed()
    {
        var answers = Answers.Of([(1, 7), (12, 1), (21, 4)]);

        Assert.Equal("(answers)", answers.ToString());
        Assert.Equal("(confidential)", answers.ToSeal().ToString());
        Assert.Equal(answers, Answers.FromSealed(answers.ToSeal()));
        Assert.Equal([7, null, 1, 4], new[] { answers[1], answers[2], answers[12], answers[21] });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void The_scale_has_seven_points(int value) => Assert.Throws<ArgumentOutOfRangeException>(() => Answers.None.With(1, value));
}
