using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>What is shown of a check-in, and what never is.</summary>
public sealed class ShowingTests
{
    private const string FivePairs = "a-m b-n c-o d-p e-q";
    private const string SixPairs = "a-m b-n c-o d-p e-q f-r";
    private const string SixYoungAndSixOld = "a-m b-n c-o d-p e-q f-r g-s* h-t* i-u* j-v* k-w* l-x*";
    private const string OneMentorOfNine = "a-m b-m c-m d-m e-m f-m g-m h-m i-m";
    private const string FourInEightRoles = "a-b b-a c-d d-c";
    private const string ARing = "a-b b-c c-d d-e e-f f-a";

    [Theory]
    [InlineData(FivePairs, Level.Everyone)]
    [InlineData(SixPairs, Level.ByRole)]
    [InlineData(SixYoungAndSixOld, Level.ByAge)]
    [InlineData(OneMentorOfNine, Level.Everyone)]
    [InlineData(FourInEightRoles, Level.Nothing)]
    [InlineData(ARing, Level.ByRole)]
    [InlineData("a-m b-n c-o d-p", Level.Nothing)]
    [InlineData("a-b b-c c-d d-e e-a", Level.Nothing)]
    public void How_finely_figures_may_be_shown_is_known_before_anybody_answers(string shape, Level finest) =>
        Assert.Equal(finest, Invited.Of([.. Town.Of(shape).Pairs]).Finest);

    [Fact]
    public void Eight_answers_from_four_people_show_nothing() => Assert.Null(Shown(Town.Of(FourInEightRoles), _ => true));

    [Fact]
    public void One_mentor_of_nine_is_in_the_whole_and_in_no_line_apart()
    {
        var shown = Shown(Town.Of(OneMentorOfNine), _ => true)!;

        Assert.Equal((null, null), (shown.Mentees, shown.Mentors));
        Assert.Equal(5, shown.Everyone.Number.AtLeast);
    }

    [Fact]
    public void Six_of_each_are_shown_by_role_and_of_each_age_by_age()
    {
        Assert.Equal((5, 5, null), (Shown(Town.Of(SixPairs), _ => true)!.Mentees?.Number.AtLeast, Shown(Town.Of(SixPairs), _ => true)!.Mentors?.Number.AtLeast, Shown(Town.Of(SixPairs), _ => true)!.Longer));
        Assert.Equal((10, 10), (Shown(Town.Of(SixYoungAndSixOld), _ => true)!.FirstHalfYear?.Number.AtLeast, Shown(Town.Of(SixYoungAndSixOld), _ => true)!.Longer?.Number.AtLeast));
    }

    [Fact]
    public void Where_one_part_is_too_small_the_other_is_hidden_as_well()
    {
        // Four mentors answer and six mentees: the mentees' line would give the four away, subtracted from the whole.
        var shown = Shown(Town.Of(SixPairs), person => person.Value is not ("m" or "n"))!;

        Assert.Equal((null, null), (shown.Mentees, shown.Mentors));
    }

    [Fact]
    public void Of_one_mind_or_nearly_shows_the_same()
    {
        var (all, nearly) = (Town.Of(SixPairs) with { MenteeSums = [49, 49, 49, 49, 49, 49], MentorSums = [49, 49, 49, 49, 49, 49] }, Town.Of(SixPairs) with { MenteeSums = [49, 49, 49, 49, 49, 40], MentorSums = [49, 49, 49, 49, 42, 49] });

        Assert.Equal(Shown(all, _ => true), Shown(nearly, _ => true));
        Assert.True(Shown(all, _ => true)!.Everyone is { Mean.IsHighEnd: true, Spread.IsFloor: true });
    }

    [Fact]
    public void That_everybody_took_part_is_never_said()
    {
        var town = Town.Of(FivePairs);

        Assert.Equal(5, Shown(town, _ => true)!.Everyone.Number.AtLeast);
        Assert.Equal(Shown(town, person => person.Value != "a"), Shown(town, _ => true));
    }

    [Fact]
    public void Forms_are_compared_with_their_like_only()
    {
        var (before, after) = (Shown(Town.Of(SixPairs), _ => true)!, Shown(Town.Of(SixPairs) with { MenteeSums = [35, 35, 35, 35, 35, 35] }, _ => true)!);

        Assert.Equal(0.5, after.ChangeSince(before));
        Assert.Null(after.ChangeSince(before with { Form = PulseForm.B }));
    }

    private static ShownFigures? Shown(Town town, Func<PersonId, bool> answers) => town.Shows([.. Enumerable.Range(0, town.Pairs.Count)], answers);
}
