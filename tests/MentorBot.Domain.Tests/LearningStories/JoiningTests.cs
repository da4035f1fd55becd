using MentorBot.Domain.LearningStories;
using NodaTime;
using static MentorBot.Domain.Tests.LearningStories.StoryScene;

namespace MentorBot.Domain.Tests.LearningStories;

/// <summary>Each chooses passages of their own; what both say is fine is kept.</summary>
public sealed class JoiningTests
{
    [Fact]
    public void Together_is_what_each_chose_in_the_order_they_wrote_it_and_nothing_added() => Assert.Equal(
        [Words("I came for advice."), Words("It is still with me."), Words("I had no answer for a week.")], Joined.Together.AsEnumerable());

    [Fact]
    public void Who_offers_first_waits_for_seven_days_and_the_other_s_card_says_so()
    {
        var offered = Offer(Exchanged, Ben, [0]);

        Assert.Equal((StoryStage.Exchanged, 0), (offered.Next!.Stage, offered.Next.Joint));
        Assert.Equal(["ana 2", "ben 2"], offered.Tells());
        Assert.Equal(Monday.InZone(Pair.Zone).Date.PlusDays(7), offered.Next()!.Value.InZone(Pair.Zone).Date);
    }

    [Fact]
    public void When_both_offered_both_are_told_at_the_same_moment()
    {
        var joined = Offer(Offer(Exchanged, Ben, [0]).Next!, Ana, [1]);

        Assert.Equal((StoryStage.Joined, 1), (joined.Next!.Stage, joined.Next.Joint));
        Assert.Equal(["ana 2", "ana 3", "ben 2", "ben 3"], joined.Tells());
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 0, -1 })]
    public void Only_passages_of_their_own_can_be_offered(int[] chosen) => Assert.False(Offer(Exchanged, Ben, [.. chosen]).Changes);

    [Fact]
    public void It_is_kept_when_both_say_of_the_same_one_that_it_is_fine()
    {
        var one = Fine(Joined, Ben);
        Assert.Equal((StoryStage.Joined, "ben 3"), (one.Next!.Stage, Assert.Single(one.Tells())));
        Assert.False(Fine(one.Next, Ben).Changes);

        var both = Fine(one.Next, Ana);
        Assert.Equal((StoryStage.Kept, null), (both.Next!.Stage, both.Next()));
        Assert.Equal(["ana 3", "ben 3", "ben 4"], both.Tells());
        Assert.Equal(Joined.Together.AsEnumerable(), both.Next.Together.AsEnumerable());
    }

    [Fact]
    public void A_change_voids_every_yes_and_asks_the_other_anew()
    {
        var changed = Offer(Fine(Joined, Ana).Next!, Ben, [1]);

        Assert.Equal((2, 0, 0), (changed.Next!.Joint, changed.Next.Of(Ana).FineWith, changed.Next.Of(Ben).FineWith));
        Assert.Equal(["ana 3", "ana 4", "ben 3"], changed.Tells());
        Assert.IsType<StoryOutcome.ChangedMeanwhile>(Fine(changed.Next, Ana, seen: 1).Outcome);
        Assert.IsType<StoryOutcome.ChangedMeanwhile>(LeaveItSo(changed.Next, Ana, seen: 1).Outcome);
        Assert.IsType<StoryOutcome.ChangedMeanwhile>(Offer(changed.Next, Ana, [0], seen: 1).Outcome);
        Assert.Equal(StoryStage.Kept, Fine(Fine(changed.Next, Ana).Next!, Ben).Next!.Stage);
    }

    [Fact]
    public void Offering_the_same_again_changes_nothing()
    {
        Assert.False(Offer(Joined, Ben, [0, 2]).Changes);
        Assert.False(Offer(Offer(Exchanged, Ben, [0]).Next!, Ben, [0, 0]).Changes);
    }

    [Fact]
    public void What_is_kept_never_changes_again()
    {
        var kept = Fine(Fine(Joined, Ben).Next!, Ana).Next!;

        Assert.False(Offer(kept, Ben, [1]).Changes);
        Assert.False(Fine(kept, Ben).Changes);
        Assert.False(LeaveItSo(kept, Ben).Changes);
        Assert.IsType<StoryOutcome.Over>(Keep(kept, Ben, "Other").Outcome);
    }

    [Fact]
    public void Leaving_it_so_tells_the_other_nothing_and_on_the_date_it_reads_as_silence()
    {
        var waits = Fine(Joined, Ben).Next!;
        var left = LeaveItSo(waits, Ana);
        Assert.Equal("ana 3", Assert.Single(left.Tells()));
        Assert.Equal(waits.Until, left.Next!.Until);

        var (silence, no) = (Passes(waits), Passes(left.Next));
        Assert.Equal(["ana 3", "ben 3", "ben 4"], silence.Tells());
        Assert.Equal(silence.Tells(), no.Tells());
        Assert.Equal((StoryStage.Separate, null), (no.Next!.Stage, no.Next.NextDue));
    }

    [Fact]
    public void Who_has_left_it_so_is_asked_and_told_nothing_more_and_what_the_other_says_keeps_nothing()
    {
        var left = LeaveItSo(Joined, Ana).Next!;

        Assert.Equal(["ben 3"], Offer(left, Ben, [1]).Tells());
        Assert.Equal(StoryStage.Joined, Fine(left, Ben).Next!.Stage);
        Assert.False(Fine(left, Ana).Changes);
        Assert.False(Offer(left, Ana, [0]).Changes);
    }

    [Fact]
    public void Left_before_anything_was_joined_an_offer_waits_for_its_date()
    {
        var left = LeaveItSo(Offer(Exchanged, Ana, [0]).Next!, Ana).Next!;

        var offered = Offer(left, Ben, [0]);
        Assert.Equal((StoryStage.Exchanged, "ben 2"), (offered.Next!.Stage, Assert.Single(offered.Tells())));
        Assert.Equal(["ana 2", "ben 2", "ben 3"], Passes(offered.Next).Tells());
    }

    [Fact]
    public void When_both_leave_it_so_it_is_over_at_once()
    {
        foreach (var story in new[] { Exchanged, Joined })
            Assert.Equal((StoryStage.Separate, null), Of(LeaveItSo(LeaveItSo(story, Ana).Next!, Ben).Next!));

        static (StoryStage, Instant?) Of(LearningStory story) => (story.Stage, story.Until);
    }

    [Fact]
    public void Before_the_date_nothing_happens_and_after_it_nothing_more()
    {
        Assert.False(Joining.Tick(Pair, Joined, Joined.Until!.Value - Duration.FromSeconds(1)).Changes);
        Assert.False(Joining.Tick(Pair, Passes(Joined).Next, Joined.Until.Value).Changes);
        Assert.False(Joining.Tick(Pair, Exchanged, Monday + Duration.FromDays(400)).Changes);
        Assert.False(Joining.Tick(null, Joined, Joined.Until.Value).Changes);
    }

    [Fact]
    public void Nobody_else_joins_anything()
    {
        Assert.IsType<StoryOutcome.NotYours>(Offer(Exchanged, Chidi, [0]).Outcome);
        Assert.IsType<StoryOutcome.NotYours>(Fine(Joined, Chidi).Outcome);
        Assert.IsType<StoryOutcome.NotYours>(LeaveItSo(Joined, Chidi).Outcome);
    }
}
