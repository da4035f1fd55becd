using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Closing;

/// <summary>After it was complete: two equals, if both want it.</summary>
public sealed class StayingInTouchTests
{
    private static readonly Relationship Going = New.Together.Pair;
    private static readonly Relationship Finished = Relating.Finish(Going, Ana, 180, Monday).Next!;
    private static readonly Outlook Wished = StayingInTouch.Like(Finished, Outlook.New, Ben, Monday).Next!;
    private static readonly Relationship Peers = Relating.StayInTouch(Finished, Monday).Next!;

    [Fact]
    public void One_would_like_it_and_the_other_is_asked_for_seven_days()
    {
        var asked = StayingInTouch.Like(Finished, Outlook.New, Ben, Monday);

        Assert.Equal(["closing.touch to ana"], Tells(asked));
        Assert.Equal(TouchState.Open, asked.Next!.Touch!.State);
        Assert.Equal(Monday.InZone(Finished.Zone).Date.PlusDays(8), asked.Next.NextDue!.Value.InZone(Finished.Zone).Date);
        Assert.False(StayingInTouch.Like(Finished, asked.Next, Ben, Monday).Changes);
    }

    [Fact]
    public void Both_would_and_they_are_equals_who_take_no_place_and_are_not_asked_how_it_goes()
    {
        var both = StayingInTouch.Like(Finished, Wished, Ana, Monday);
        Assert.Equal(["closing.touch to ana", "closing.touch-answered to ben"], Tells(both));
        Assert.Contains(both.Consequences, each => each is Consequence.Step { Kind: ClosingNotices.StayInTouch });

        Assert.Equal((true, new RelationshipState.Going(null)), (Peers.AsPeers, Peers.State));
        Assert.Null(Peers.NextDue);
        Assert.False(LookingAgain.Held(Peers, Outlook.New, 9, null, false, Monday).Changes);
        Assert.Null(Quietening.NextDue(New.Together with { Pair = Peers }));
        Assert.NotNull(Quietening.NextDue(New.Together with { Pair = Going }));
        Assert.False(Relating.MayMakeLighter(Peers, Peers.Mentor));
        Assert.False(Relating.StayInTouch(Peers, Monday).Changes);
    }

    [Fact]
    public void Rather_not_tells_nobody_and_ends_as_silence_does()
    {
        var not = StayingInTouch.RatherNot(Finished, Wished, Ana, 1, Monday);
        Assert.Empty(not.Consequences.OfType<Consequence.Tell>());

        var (silence, no) = (Passes(Wished), Passes(not.Next!));
        Assert.Equal(["closing.touch to ana", "closing.touch-answered to ben"], Tells(silence));
        Assert.Equal(Tells(silence), Tells(no));
        Assert.Equal((TouchState.Not, null), (no.Next!.Touch!.State, no.Next.NextDue));
    }

    [Fact]
    public void Who_declined_may_think_better_of_it_and_afterwards_either_may_ask_again()
    {
        var not = StayingInTouch.RatherNot(Finished, Wished, Ana, 1, Monday).Next!;
        Assert.Equal(TouchState.Agreed, StayingInTouch.Like(Finished, not, Ana, Monday).Next!.Touch!.State);
        Assert.Equal((2, Ana), (Again().Number, Again().By));

        Touch Again() => StayingInTouch.Like(Finished, Passes(not).Next!, Ana, Monday).Next!.Touch!;
    }

    [Fact]
    public void It_is_for_the_two_alone_and_only_after_it_was_complete()
    {
        Assert.IsType<ClosingOutcome.NotYours>(StayingInTouch.Like(Finished, Wished, Chidi, Monday).Outcome);
        Assert.False(StayingInTouch.RatherNot(Finished, Wished, Ben, 1, Monday).Changes);
        Assert.False(StayingInTouch.RatherNot(Finished, Wished, Ana, 2, Monday).Changes);
        foreach (var pair in new[] { Going, Relating.Stop(Going, Ana, 180, Monday).Next!, Relating.HandOver(Going, Ana, 180, Monday).Next! })
        {
            Assert.False(StayingInTouch.Like(pair, Outlook.New, Ben, Monday).Changes);
            Assert.False(Relating.StayInTouch(pair, Monday).Changes);
        }
    }

    [Fact]
    public void Who_wants_to_be_forgotten_is_not_brought_back_by_what_they_wished_before()
    {
        var forgotten = Relating.Forget(Finished, Ben, Monday + Relating.Notice, Monday).Next!;

        Assert.False(StayingInTouch.Like(forgotten, Wished, Ana, Monday).Changes);
        Assert.False(Relating.StayInTouch(forgotten, Monday).Changes);
        Assert.False(Relating.StayInTouch(Relating.Forget(Finished, Ben, Monday + Duration.FromDays(184), Monday + Duration.FromDays(170)).Next!, Monday + Duration.FromDays(170)).Changes);
    }

    [Fact]
    public void Either_of_two_equals_may_finish_and_only_then_the_days_to_erasure_count()
    {
        var later = Monday + Duration.FromDays(300);
        var ended = Assert.IsType<RelationshipState.Ended>(Relating.Finish(Peers, Ana, 180, later).Next!.State);

        Assert.Equal((Ending.Finished, later + Duration.FromDays(180)), (ended.How, ended.EraseAt));
    }

    private static Decision<Outlook, ClosingOutcome> Passes(Outlook now) => Domain.Closing.Passing.Tick(Finished, now, now.NextDue!.Value);

    private static IEnumerable<string> Tells(Decision<Outlook, ClosingOutcome> decision) =>
        decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Kind} to {tell.Whom}").Order(StringComparer.Ordinal);
}
