using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Tests.Sessions;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Tests.Agreements;

public sealed class AgreeingTests
{
    private static readonly Relationship Two = Pair.New.Together.Pair;
    private static readonly Sheet Blank = Sheet.Blank(Two.Id, Pair.Ben);
    private static readonly ShownSheet Nothing = ShownSheet.Nothing(Two.Id, Pair.Ben);
    private static readonly ShownSheet NothingOfAna = ShownSheet.Nothing(Two.Id, Pair.Ana);

    [Fact]
    public void What_is_saved_is_kept_and_the_same_again_changes_nothing()
    {
        var saved = Agreeing.Save(Blank, With((0, "Patience", false)), 0);

        Assert.Equal(1, Assert.IsType<SheetOutcome.Kept>(saved.Outcome).Now.Revision);
        Assert.Equal(AgreementNotices.Show, Assert.IsType<Consequence.Step>(Assert.Single(saved.Consequences)).Kind);
        Assert.IsType<SheetOutcome.AsItIs>(Agreeing.Save(saved.Next!, With((0, "Patience", false)), 0).Outcome);
        Assert.False(Agreeing.Save(Blank, Blank, 0).Changes);
    }

    [Fact]
    public void A_form_that_showed_an_earlier_one_saves_nothing()
    {
        var kept = Agreeing.Save(Blank, With((0, "Patience", false)), 0).Next!;

        var late = Agreeing.Save(kept, With((0, "Clear words", false)), 0);

        Assert.Equal(kept, Assert.IsType<SheetOutcome.ChangedMeanwhile>(late.Outcome).Now);
        Assert.False(late.Changes);
        Assert.True(Agreeing.Save(kept, With((0, "Clear words", false)), 1).Changes);
    }

    [Fact]
    public void Only_what_is_ticked_is_shown()
    {
        var shown = Show(Nothing, With((0, "Patience", true), (1, "My evenings", false)) with { Rhythm = Monthly }).Next!;

        Assert.Equal(Confidential.From("Patience"), shown.Words[0]);
        Assert.All(shown.Words.Skip(1), Assert.Null);
        Assert.Equal(Rhythm.Open, shown.Rhythm);
        Assert.Equal(Monthly, Show(Nothing, With((Sheet.OnMeeting, null, true)) with { Rhythm = Monthly }).Next!.Rhythm);
    }

    [Fact]
    public void What_is_not_shown_any_more_is_gone_for_the_other()
    {
        var shown = Show(Nothing, With((0, "Patience", true))).Next!;

        var hidden = Show(shown, With((0, "Patience", false))).Next!;

        Assert.False(hidden.ShowsAnything);
        Assert.Equal(2, hidden.Revision);
    }

    [Fact]
    public void An_earlier_sheet_that_comes_late_shows_nothing_that_was_unticked_since()
    {
        var ticked = With((0, "Patience", true)) with { Revision = 1 };
        var hidden = Show(Show(Nothing, ticked).Next!, With((0, "Patience", false)) with { Revision = 2 }).Next!;

        Assert.False(Show(hidden, ticked).Changes);

        var same = Show(hidden, With((1, "My evenings", false)) with { Revision = 3 }).Next!;
        Assert.Equal((hidden.Revision, 3), (same.Revision, same.Of));
    }

    [Fact]
    public void The_other_hears_of_it_when_something_is_shown_at_first_and_not_of_each_change()
    {
        var first = Show(Nothing, With((0, "Patience", true)));

        Assert.Equal((Pair.Ana, AgreementNotices.SomethingShown), (Mentioned(first).Whom, Mentioned(first).Thing.Kind));
        Assert.Empty(Show(first.Next!, With((0, "Patience, and clear words", true))).Consequences);
    }

    [Fact]
    public void What_changes_and_is_not_shown_changes_nothing_for_the_other()
    {
        var shown = Show(Nothing, With((0, "Patience", true))).Next!;

        Assert.False(Show(shown, With((0, "Patience", true), (1, "My evenings", false))).Changes);
    }

    [Fact]
    public void This_suits_me_holds_until_either_shows_something_else()
    {
        var mine = Show(Nothing, With((0, "Patience", true))).Next!;
        var theirs = Show(NothingOfAna, With(Pair.Ana, (0, "Questions", true))).Next!;
        Assert.Null(mine.SuitsWith(theirs));

        var said = Agreeing.Say(Two, mine, new(true, mine.Revision, theirs.Revision)).Next!;

        Assert.True(said.SuitsWith(theirs));
        Assert.Null(theirs.SuitsWith(said));
        Assert.Null(said.SuitsWith(Show(theirs, With(Pair.Ana, (0, "Fewer questions", true))).Next!));
        Assert.Null(Show(said, With((0, "Patience", true), (2, "Advice late", true))).Next!.SuitsWith(theirs));
        Assert.False(Agreeing.Say(Two, said, new(false, said.Revision, theirs.Revision)).Next!.SuitsWith(theirs));
    }

    [Fact]
    public void Nothing_is_said_to_what_was_not_seen_or_where_nothing_is_shown()
    {
        var mine = Show(Nothing, With((0, "Patience", true))).Next!;

        Assert.False(Agreeing.Say(Two, mine, new(true, mine.Revision + 1, 1)).Changes);
        Assert.False(Agreeing.Say(Two, Nothing, new(true, 0, 1)).Changes);
    }

    [Fact]
    public void After_the_end_nothing_is_shown_and_nothing_is_said()
    {
        var mine = Show(Nothing, With((0, "Patience", true))).Next!;
        var over = Two with { State = new RelationshipState.Ended(Pair.Ana, Ending.Stopped, Pair.Monday, Pair.Monday) };

        Assert.False(Agreeing.Show(over, Nothing, With((0, "Patience", true))).Changes);
        Assert.False(Agreeing.Show(null, Nothing, With((0, "Patience", true))).Changes);
        Assert.False(Agreeing.Say(over, mine, new(true, 1, 1)).Changes);
    }

    [Fact]
    public void Somebody_else_shows_nothing_between_the_two() => Assert.False(
        Agreeing.Show(Two, ShownSheet.Nothing(Two.Id, Pair.Chidi), With(Pair.Chidi, (0, "Patience", true))).Changes);

    [Fact]
    public void What_they_share_comes_first()
    {
        var one = Nothing with { Words = Words(0, 1, 3), Rhythm = Monthly };
        var other = NothingOfAna with { Words = Words(1, 4), Rhythm = Monthly with { Minutes = 60, LookAgainAfter = null } };

        var sides = SideBySide.Of(one, other);

        Assert.Equal<SideBySide.Tick>([SideBySide.Tick.HowOften, SideBySide.Tick.Where], sides.Same);
        Assert.Equal<int>([1], sides.Both);
        Assert.Equal<SideBySide.Tick>([SideBySide.Tick.HowLong, SideBySide.Tick.LookAgain], sides.Differing);
        Assert.Equal<int>([0, 3, 4], sides.One);
    }

    [Theory]
    [InlineData(30, 30, 30)]
    [InlineData(30, 45, null)]
    [InlineData(30, null, null)]
    [InlineData(null, null, null)]
    public void It_is_as_long_as_both_say(int? one, int? other, int? minutes) => Assert.Equal(
        minutes, Agreeing.MinutesOf(Nothing with { Rhythm = Monthly with { Minutes = one } }, NothingOfAna with { Rhythm = Monthly with { Minutes = other } }));

    /// <summary>Whatever is saved in whatever order: what is shown is what was ticked at the end, and nothing else ever was in it.</summary>
    [Fact]
    public void What_is_shown_is_always_what_is_ticked() => Prop.ForAll(
        Sheets.ArrayOf(30).ToArbitrary(),
        sheets =>
        {
            var shown = Nothing;
            foreach (var sheet in sheets)
            {
                var next = Show(shown, sheet).Next!;
                if (next.Words.SequenceEqual(shown.Words) && next.Rhythm == shown.Rhythm && next.Revision != shown.Revision)
                    return false;
                shown = next;
                if (!shown.Words.SequenceEqual(sheet.Answers.Select(answer => answer.IsShown ? answer.Words : null)))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static readonly Rhythm Monthly = new(HowOften.EveryMonth, 45, WayOfMeeting.Teams, 3);

    private static readonly Gen<Sheet> Sheets =
        from words in Gen.Elements(null, "one", "two").ArrayOf(Sheet.Questions)
        from shown in Gen.Elements(true, false).ArrayOf(Sheet.Questions)
        select Blank with { Answers = [.. words.Zip(shown, (word, isShown) => new SheetAnswer(Confidential.From(word), isShown))] };

    private static Sheet With(params (int Question, string? Words, bool IsShown)[] answers) => With(Pair.Ben, answers);

    private static Sheet With(PersonId author, params (int Question, string? Words, bool IsShown)[] answers) => answers.Aggregate(
        Sheet.Blank(Two.Id, author), (sheet, answer) => sheet with { Answers = sheet.Answers.SetItem(answer.Question, new(Confidential.From(answer.Words), answer.IsShown)) });

    private static Decision<ShownSheet, ShownSheet> Show(ShownSheet current, Sheet sheet) => Agreeing.Show(Two, current, sheet);

    private static ImmutableArray<Confidential?> Words(params int[] questions) =>
        [.. Enumerable.Range(0, Sheet.Questions).Select(question => questions.Contains(question) ? Confidential.From("words") : null)];

    private static (PersonId Whom, Thing Thing) Mentioned(Decision<ShownSheet, ShownSheet> decision) => BundleNotices.In(Assert.Single(decision.Consequences).Subject);
}
