using MentorBot.Domain.Keeping;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using NodaTime;
using static MentorBot.Domain.Tests.Keeping.KeepScene;

namespace MentorBot.Domain.Tests.Keeping;

/// <summary>The morning after a conversation, and the seven days from then on.</summary>
public sealed class KeepingTests
{
    [Fact]
    public void Both_are_asked_the_next_morning_and_have_seven_days_to_the_end_of_the_last()
    {
        var begun = Drafting.Begin(Pair, null, Number, Tuesday);

        Assert.Equal(["ben 1", "ana 1"], begun.Tells());
        Assert.Equal(WorkingDays.EndOf(Tuesday.InZone(Pair.Zone).Date.PlusDays(7), Pair.Zone), begun.Next!.Until);
        Assert.Equal(Tuesday + Duration.FromDays(5), begun.Next());
    }

    [Fact]
    public void They_are_asked_once() => Assert.False(Drafting.Begin(Pair, Offered, Number, Tuesday).Changes);

    [Fact]
    public void Once_it_is_over_whatever_was_noted_since_is_brought_home_and_nobody_is_asked()
    {
        var kept = Home(Fine(Shown, Ben).Next!);
        foreach (var over in new[] { kept, Home(Approving.Tick(Pair, Shown, Shown.Until).Next!), Home(Approving.Tick(Pair, Offered, Offered.Until).Next!) })
        {
            var late = Drafting.Begin(Pair, over, Number, Tuesday);

            Assert.Equal((false, over.Stage), (late.Next!.IsHome, late.Next.Stage));
            Assert.Equal([KeepingNotices.BringHome], late.Consequences.Select(one => one.Kind));
            Assert.False(Drafting.Begin(Ended, over, Number, Tuesday).Changes);
            Assert.Equal(over.Text, Home(late.Next).Text);
        }
    }

    [Fact]
    public void Where_nobody_wanted_to_keep_anything_who_noted_something_since_has_own_lines_and_hears_so_alone()
    {
        var nothing = Drafting.Begin(Pair, Home(Approving.Tick(Pair, Offered, Offered.Until).Next!), Number, Offered.Until).Next!;

        var late = Drafting.Late(nothing, [Ana]);

        Assert.Equal((KeepStage.Own, false), (late.Next!.Stage, late.Next.IsHome));
        Assert.Equal(["ana 1"], late.Tells());
        Assert.False(Drafting.Late(late.Next, [Ana]).Changes);
        Assert.False(Drafting.Late(Shown, [Ana]).Changes);
    }

    [Fact]
    public void A_draft_from_another_window_comes_back_instead_of_being_overwritten()
    {
        var first = Drafting.Later(Pair, Offered, Ana, 0, 0, Words("Half of it"), false).Next!;
        var changed = new KeepOutcome.ChangedMeanwhile(first);

        Assert.Equal(changed, Drafting.Later(Pair, first, Ana, 0, 0, Words("Other half"), false).Outcome);
        Assert.Equal(changed, Drafting.Later(Pair, first, Ana, 0, 0, null, false).Outcome);
        Assert.Equal(changed, Drafting.KeepMineAlone(Pair, first, Ana, 0, Words("Other half"), false).Outcome);
        Assert.Equal(changed, Drafting.Show(Pair, first, Ana, 0, 0, Words("Other half"), false, Tuesday).Outcome);

        var draft = first.Of(Ana).Draft!.Number;
        Assert.Equal(Words("Both halves"), Drafting.Later(Pair, first, Ana, 0, draft, Words("Both halves"), false).Next!.Of(Ana).Draft!.Words);
        Assert.True(Drafting.Show(Pair, first, Ana, 0, draft, Words("Both halves"), false, Tuesday).Changes);
    }

    [Fact]
    public void Who_finished_overnight_is_asked_as_was_said_and_may_keep_it_together()
    {
        var finished = Relating.Finish(Pair, Ben, 180, Tuesday).Next!;
        var offered = Drafting.Begin(finished, null, Number, Tuesday).Next!;
        var shown = Drafting.Show(finished, offered, Ana, 0, 0, Words("One"), false, Tuesday).Next!;

        Assert.Equal(KeepStage.Kept, Approving.Fine(finished, shown, Ben, shown.OnTable, false).Next!.Stage);
    }

    [Fact]
    public void Who_parted_overnight_is_not_asked()
    {
        Assert.False(Drafting.Begin(Ended, null, Number, Tuesday).Changes);
        Assert.False(Drafting.Begin(null, null, Number, Tuesday).Changes);
    }

    [Fact]
    public void A_draft_kept_for_later_is_shown_to_nobody()
    {
        var later = Drafting.Later(Pair, Offered, Ana, 0, 0, Words("Half of it"), false);

        Assert.Equal(["ana 1"], later.Tells());
        Assert.Null(later.Next!.Text);
        Assert.Equal(Words("Half of it"), later.Next.Of(Ana).Draft!.Words);
        Assert.False(Drafting.Later(Pair, later.Next, Ana, 0, 0, Words("Half of it"), false).Changes);
    }

    [Fact]
    public void What_is_shown_takes_the_place_of_the_draft_and_the_other_is_asked_anew()
    {
        var later = Drafting.Later(Pair, Offered, Ana, 0, 0, Words("Half of it"), false).Next!;
        var shown = Show(later, Ana, "All of it");

        Assert.Equal(["ana 1", "ben 1", "ben 2"], shown.Tells());
        Assert.Equal((Words("All of it"), Ana), (shown.Next!.Text, shown.Next.Showing!.Person));
        Assert.Null(shown.Next.Of(Ana).Draft);
    }

    [Fact]
    public void It_is_kept_when_the_other_says_that_it_is_fine()
    {
        var kept = Fine(Shown, Ben);

        Assert.Equal((KeepStage.Kept, Words("One")), (kept.Next!.Stage, kept.Next.Text));
        Assert.Equal(["ben 2", "ana 1", "ana 2"], kept.Tells());
        Assert.Null(kept.Next());
        Assert.False(Fine(kept.Next, Ben).Changes);
    }

    [Fact]
    public void Who_shows_it_has_said_yes_already_and_cannot_for_both()
    {
        Assert.False(Fine(Shown, Ana).Changes);
        Assert.Equal(KeepStage.Open, Shown.Stage);
    }

    [Fact]
    public void A_change_asks_the_first_again_and_voids_their_yes()
    {
        var changed = Show(Shown, Ben, "Two");

        Assert.Equal(["ben 2", "ana 1", "ana 2"], changed.Tells());
        Assert.NotEqual(changed.Next!.OnTable, changed.Next.Of(Ana).FineWith);
        Assert.Equal(Words("Two"), Fine(changed.Next, Ana).Next!.Text);
    }

    [Fact]
    public void A_yes_that_crosses_with_a_change_keeps_nothing()
    {
        var changed = Show(Shown, Ana, "One, and a half").Next!;
        var crossed = Fine(changed, Ben, seen: Shown.OnTable);

        Assert.Equal(new KeepOutcome.ChangedMeanwhile(changed), crossed.Outcome);
        Assert.False(crossed.Changes);
    }

    [Fact]
    public void Of_two_who_show_at_once_the_second_reads_the_first_and_keeps_their_text_in_the_form()
    {
        Assert.Equal(new KeepOutcome.ChangedMeanwhile(Shown), Show(Shown, Ben, "Mine", seen: 0).Outcome);
        Assert.Equal(new KeepOutcome.AsItIs(Shown), Show(Shown, Ana, "One", seen: 0).Outcome);
        Assert.Equal(new KeepOutcome.ChangedMeanwhile(Shown), Show(Shown, Ana, "Another window", seen: 0).Outcome);
        Assert.Equal(new KeepOutcome.ChangedMeanwhile(Shown), Drafting.Later(Pair, Shown, Ben, 0, 0, Words("Mine"), false).Outcome);
    }

    [Fact]
    public void Rather_not_gives_each_their_own_lines_at_once_and_the_first_hears()
    {
        var rather = Approving.RatherNot(Pair, Shown, Ben, Shown.OnTable);

        Assert.Equal(KeepStage.Own, rather.Next!.Stage);
        Assert.Equal(["ben 2", "ana 1", "ana 2"], rather.Tells());
        Assert.Contains(rather.Consequences, one => one.Kind == KeepingNotices.BringHome);
        Assert.Equal([Words("One")], rather.Next.OwnOf(Ana).Select(text => text.Words));
        Assert.Empty(rather.Next.OwnOf(Ben));
        Assert.False(Approving.RatherNot(Pair, Shown, Ana, Shown.OnTable).Changes);
    }

    [Fact]
    public void Rather_not_to_an_earlier_text_is_asked_again()
    {
        var changed = Show(Shown, Ana, "Two").Next!;

        Assert.IsType<KeepOutcome.ChangedMeanwhile>(Approving.RatherNot(Pair, changed, Ben, Shown.OnTable).Outcome);
    }

    [Fact]
    public void Nothing_to_keep_is_ones_own_answer_only()
    {
        var nothing = Drafting.NothingToKeep(Pair, Offered, Ben);

        Assert.Equal(["ben 1"], nothing.Tells());
        Assert.False(Drafting.NothingToKeep(Pair, nothing.Next, Ben).Changes);
        Assert.Equal(["ana 1", "ben 1", "ben 2"], Show(nothing.Next!, Ana, "All the same").Tells());
        Assert.False(Drafting.NothingToKeep(Pair, Shown, Ben).Changes);
    }

    [Fact]
    public void One_reminder_two_days_before_the_end_to_whoever_has_not_answered()
    {
        var nothing = Drafting.NothingToKeep(Pair, Offered, Ben).Next!;
        var reminded = Approving.Tick(Pair, nothing, nothing.NextDue!.Value);

        Assert.Equal(["ana 1", "ana 2"], reminded.Tells());
        Assert.Equal(Offered.Until, reminded.Next());
        Assert.Equal(["ben 2", "ben 3"], Approving.Tick(Pair, Shown, Shown.NextDue!.Value).Tells());
        Assert.False(Approving.Tick(Pair, Offered, Tuesday).Changes);
        Assert.Empty(Approving.Tick(Ended, Shown, Shown.NextDue!.Value).Tells());
    }

    [Fact]
    public void After_seven_days_without_a_press_nothing_is_kept()
    {
        var over = Approving.Tick(Pair, Offered, Offered.Until);

        Assert.Equal(KeepStage.Nothing, over.Next!.Stage);
        Assert.Equal(["ben 1", "ana 1"], over.Tells());
        Assert.Contains(over.Consequences, one => one.Kind == KeepingNotices.BringHome);
        Assert.Null(over.Next());
    }

    [Fact]
    public void After_seven_days_without_an_answer_each_has_their_own_lines()
    {
        var over = Approving.Tick(Pair, Shown, Shown.Until);

        Assert.Equal(KeepStage.Own, over.Next!.Stage);
        Assert.Equal(["ben 2", "ana 1", "ana 2"], over.Tells());
        Assert.Equal(KeepStage.Own, Approving.Tick(Ended, Shown, Shown.Until).Next!.Stage);
    }

    [Fact]
    public void Who_kept_theirs_alone_or_went_on_later_has_their_own_lines_in_the_end()
    {
        foreach (var said in new[] { Drafting.KeepMineAlone(Pair, Offered, Ana, 0, null, false), Drafting.Later(Pair, Offered, Ana, 0, 0, null, false) })
            Assert.Equal(KeepStage.Own, Approving.Tick(Pair, said.Next, Offered.Until).Next!.Stage);
    }

    [Fact]
    public void It_may_be_tried_once_more_and_not_twice()
    {
        var over = Home(Approving.Tick(Pair, Shown, Shown.Until).Next!);
        var again = Show(over, Ben, "Shorter", at: Shown.Until);

        Assert.Equal((2, KeepStage.Open, Shown.Until + Duration.FromDays(7)), (again.Next!.Round, again.Next.Stage, again.Next.Until));
        Assert.NotEqual(Shown.OnTable, again.Next.OnTable);
        var overAgain = Home(Approving.Tick(Pair, again.Next, again.Next.Until).Next!);
        Assert.Equal(KeepStage.Own, overAgain.Stage);
        Assert.Equal(new KeepOutcome.Over(overAgain), Show(overAgain, Ana, "Once more").Outcome);
    }

    [Fact]
    public void What_comes_too_late_is_for_who_wrote_it_alone()
    {
        var nothing = Home(Approving.Tick(Pair, Offered, Offered.Until).Next!);
        Assert.Equal(new KeepOutcome.Over(nothing), Drafting.Later(Pair, nothing, Ana, 0, 0, Words("Late"), false).Outcome);

        var mine = Drafting.KeepMineAlone(Pair, nothing, Ana, 0, Words("Late"), false);
        Assert.Equal(KeepStage.Own, mine.Next!.Stage);
        Assert.Equal(["ana 1"], mine.Tells());

        var kept = Home(Fine(Shown, Ben).Next!);
        Assert.Equal(new KeepOutcome.Over(kept), Drafting.KeepMineAlone(Pair, kept, Ben, 0, Words("Beside it"), false).Outcome);
    }

    [Fact]
    public void A_shared_text_may_be_taken_along_when_both_said_so()
    {
        var ticked = Drafting.Show(Pair, Offered, Ana, 0, 0, Words("One"), true, Tuesday).Next!;

        Assert.False(Fine(ticked, Ben).Next!.MayTakeAlong);
        Assert.True(Approving.Fine(Pair, ticked, Ben, ticked.OnTable, true).Next!.MayTakeAlong);
    }

    [Fact]
    public void Nobody_else_decides_anything()
    {
        Assert.IsType<KeepOutcome.NotYours>(Show(Offered, Chidi, "Mine").Outcome);
        Assert.IsType<KeepOutcome.NotYours>(Fine(Shown, Chidi).Outcome);
        Assert.IsType<KeepOutcome.NotYours>(Approving.RatherNot(Pair, Shown, Chidi, Shown.OnTable).Outcome);
        Assert.IsType<KeepOutcome.NotYours>(Drafting.NothingToKeep(Pair, Offered, Chidi).Outcome);
        Assert.IsType<KeepOutcome.NotYours>(Drafting.Later(Pair, Offered, Chidi, 0, 0, null, false).Outcome);
        Assert.IsType<KeepOutcome.NotYours>(Drafting.KeepMineAlone(Pair, Offered, Chidi, 0, null, false).Outcome);
    }

    [Fact]
    public void Once_they_parted_nothing_is_shown_or_agreed_but_each_may_keep_their_own()
    {
        Assert.Equal(new KeepOutcome.Over(Offered), Drafting.Show(Ended, Offered, Ana, 0, 0, Words("One"), false, Tuesday).Outcome);
        Assert.False(Approving.Fine(Ended, Shown, Ben, Shown.OnTable, false).Changes);
        Assert.False(Approving.RatherNot(Ended, Shown, Ben, Shown.OnTable).Changes);
        Assert.True(Drafting.KeepMineAlone(Ended, Offered, Ana, 0, Words("Mine"), false).Changes);
    }
}
