using MentorBot.Domain.LearningStories;
using NodaTime;
using static MentorBot.Domain.Tests.LearningStories.StoryScene;

namespace MentorBot.Domain.Tests.LearningStories;

/// <summary>Each writes for themselves, and both exchange at the same moment or not at all.</summary>
public sealed class WritingTests
{
    [Fact]
    public void What_is_kept_is_told_to_nobody_and_nothing_waits_for_it()
    {
        var kept = Keep(null, Ben, OfBen);

        Assert.Equal((Words(OfBen), null), (kept.Next!.Of(Ben).Words, kept.Next.Of(Ana).Words));
        Assert.Empty(kept.Consequences);
        Assert.Empty(Keep(kept.Next, Ana, OfAna).Consequences);
    }

    [Fact]
    public void Kept_again_as_it_is_changes_nothing_and_emptied_it_is_gone()
    {
        var kept = Keep(null, Ben, OfBen).Next!;

        Assert.False(Keep(kept, Ben, OfBen).Changes);
        Assert.Null(Keep(kept, Ben, null).Next!.Of(Ben).Words);
        Assert.False(Keep(null, Ben, null).Changes);
    }

    [Fact]
    public void Who_is_ready_first_waits_for_seven_days_and_the_other_is_asked()
    {
        var ready = Ready(Keep(null, Ben, OfBen).Next, Ben, OfBen);

        Assert.Equal(["ana 1", "ben 1"], ready.Tells());
        Assert.Equal((StoryStage.Writing, true, false), (ready.Next!.Stage, ready.Next.Of(Ben).IsReady, ready.Next.Of(Ana).IsReady));
        Assert.Equal(ready.Next.Until, ready.Next());
        Assert.Equal(Monday.InZone(Pair.Zone).Date.PlusDays(7), ready.Next.Until!.Value.InZone(Pair.Zone).Date);
        Assert.False(ready.Next.IsExchanged);
    }

    [Fact]
    public void When_both_are_ready_both_are_told_at_the_same_moment_and_nobody_waits_any_more()
    {
        var both = Ready(OneReady, Ana, OfAna);

        Assert.Equal((StoryStage.Exchanged, null, null), (both.Next!.Stage, both.Next.Until, both.Next()));
        Assert.Equal(["ana 1", "ana 2", "ben 1", "ben 2"], both.Tells());
    }

    [Fact]
    public void Until_then_it_can_be_taken_back_and_nobody_waits()
    {
        var back = Writing.TakeBack(Pair, OneReady, Ben);

        Assert.Equal((false, Words(OfBen), null), (back.Next!.Of(Ben).IsReady, back.Next.Of(Ben).Words, back.Next.Until));
        Assert.Equal(["ana 1", "ben 1"], back.Tells());
        Assert.Equal(StoryStage.Writing, Ready(back.Next, Ana, OfAna).Next!.Stage);
        Assert.False(Writing.TakeBack(Pair, back.Next, Ben).Changes);
        Assert.False(Writing.TakeBack(Pair, Exchanged, Ben).Changes);
    }

    [Fact]
    public void Keeping_it_for_oneself_takes_it_back_as_well()
    {
        var kept = Keep(OneReady, Ben, OfBen);

        Assert.Equal((false, null), (kept.Next!.Of(Ben).IsReady, kept.Next.Until));
        Assert.Equal(["ana 1", "ben 1"], kept.Tells());
    }

    [Fact]
    public void Rather_not_tells_the_other_nothing_and_may_be_thought_better_of()
    {
        var not = Writing.RatherNot(Pair, OneReady, Ana);

        Assert.Equal(["ana 1"], not.Tells());
        Assert.Equal(OneReady.Until, not.Next!.Until);
        Assert.Equal(StoryStage.Exchanged, Ready(not.Next, Ana, OfAna).Next!.Stage);
        Assert.False(Writing.RatherNot(Pair, not.Next, Ana).Changes);
        Assert.False(Writing.RatherNot(Pair, OneReady, Ben).Changes);
        Assert.False(Writing.RatherNot(Pair, Exchanged, Ana).Changes);
    }

    [Fact]
    public void A_no_and_silence_end_on_the_same_day_for_the_other_in_the_same_way()
    {
        Assert.False(Joining.Tick(Pair, OneReady, OneReady.Until!.Value - Duration.FromSeconds(1)).Changes);
        var (silence, no) = (Passes(OneReady), Passes(Writing.RatherNot(Pair, OneReady, Ana).Next!));

        Assert.Equal(["ana 1", "ben 1", "ben 2"], silence.Tells());
        Assert.Equal(silence.Tells(), no.Tells());
        Assert.Equal((silence.Next!.Stage, silence.Next.Of(Ben)), (no.Next!.Stage, no.Next.Of(Ben)));
        Assert.Equal((StoryStage.NoExchange, null), (silence.Next.Stage, silence.Next.NextDue));
    }

    [Fact]
    public void After_that_each_may_go_on_writing_for_themselves_and_nobody_hears_of_it()
    {
        var over = Passes(OneReady).Next!;

        foreach (var more in new[] { Keep(over, Ben, "Anew"), Ready(over, Ben, "Anew") })
        {
            Assert.Equal((Words("Anew"), StoryStage.NoExchange), (more.Next!.Of(Ben).Words, more.Next.Stage));
            Assert.Empty(more.Consequences);
        }
    }

    [Fact]
    public void What_was_exchanged_never_changes_and_what_comes_too_late_is_given_back()
    {
        Assert.IsType<StoryOutcome.Over>(Keep(Exchanged, Ben, "Other").Outcome);
        Assert.IsType<StoryOutcome.Over>(Ready(Exchanged, Ben, "Other").Outcome);
        Assert.IsType<StoryOutcome.AsItIs>(Ready(Exchanged, Ben, OfBen).Outcome);
    }

    [Fact]
    public void A_window_that_shows_an_earlier_text_takes_nothing_in()
    {
        var kept = Keep(Keep(null, Ben, "One").Next, Ben, "Two").Next!;

        Assert.IsType<StoryOutcome.ChangedMeanwhile>(Keep(kept, Ben, "Three", seen: 1).Outcome);
        Assert.IsType<StoryOutcome.ChangedMeanwhile>(Ready(kept, Ben, "Three", seen: 0).Outcome);
        Assert.True(Ready(kept, Ben, "Two", seen: 1).Changes);
    }

    [Fact]
    public void It_is_for_the_two_alone_and_only_where_their_conversations_are_complete()
    {
        Assert.IsType<StoryOutcome.NotYours>(Writing.Keep(Pair, OneReady, Chidi, 0, Words("Mine")).Outcome);
        Assert.IsType<StoryOutcome.NotYours>(Writing.TakeBack(Pair, OneReady, Chidi).Outcome);
        foreach (var pair in new[] { null, Going, Stopped })
        {
            Assert.False(Writing.Keep(pair, null, Ben, 0, Words("Mine")).Changes);
            Assert.False(Writing.Ready(pair, null, Ben, 0, Words("Mine"), Monday).Changes);
            Assert.False(Writing.RatherNot(pair, OneReady, Ana).Changes);
            Assert.False(Joining.Fine(pair, Joined, Ana, 1).Changes);
        }
    }

    [Fact]
    public void Who_is_forgotten_leaves_nothing_that_the_other_has_not_seen()
    {
        var gone = Writing.Forget(OneReady, Ben);
        Assert.Equal((null, false, null), (gone.Next!.Of(Ben).Words, gone.Next.Of(Ben).IsReady, gone.Next.Until));
        Assert.Equal(Writing.TakeBack(Pair, OneReady, Ben).Tells().Where(tell => tell != "ben 1"), gone.Tells());

        Assert.Empty(Writing.Forget(Keep(null, Ben, OfBen).Next, Ben).Consequences);
        Assert.Null(Writing.Forget(Passes(OneReady).Next, Ben).Next!.Of(Ben).Words);
        Assert.False(Writing.Forget(OneReady, Ana).Changes);
        Assert.False(Writing.Forget(Exchanged, Ben).Changes);
        Assert.False(Writing.Forget(null, Ben).Changes);
    }
}
