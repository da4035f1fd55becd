using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Wishes;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Closing;

/// <summary>How two people are asked whether they go on, and what becomes of it.</summary>
public sealed class ClosingTests
{
    private static readonly Relationship Two = With(New.Together.Pair, Pace.AFewConversations);
    private static readonly Relationship LetsSee = With(New.Together.Pair, Pace.SeeAfterTheFirst);
    private static readonly Relationship Quiet = Two with { State = new RelationshipState.Going(Monday + Duration.FromDays(9)) };
    private static readonly Relationship Over = Two with { State = new RelationshipState.Ended(Ana, Ending.Finished, Monday, Monday + Duration.FromDays(180)) };

    [Theory]
    [InlineData(null, Pace.OneConversation, 1, 3)]
    [InlineData(null, Pace.SeeAfterTheFirst, 1, 3)]
    [InlineData(null, Pace.AFewConversations, 3, 3)]
    [InlineData(null, Pace.SomethingLonger, 6, 6)]
    [InlineData(6, Pace.OneConversation, 6, 6)]
    public void They_are_asked_after_as_many_as_both_say_or_else_as_was_asked_for(int? agreed, Pace pace, int first, int again)
    {
        Assert.Equal(first, LookingAgain.After(agreed, pace, isFirst: true));
        Assert.Equal(again, LookingAgain.After(agreed, pace, isFirst: false));
    }

    [Fact]
    public void At_that_number_both_are_asked_once_and_again_after_as_many_more()
    {
        Assert.False(LookingAgain.Held(Two, Outlook.New, 2, null, false, Monday).Changes);
        var asked = LookingAgain.Held(Two, Outlook.New, 3, null, false, Monday);
        Assert.Equal(["closing.look match-1 1 to ana", "closing.look match-1 1 to ben"], Tells(asked));
        Assert.False(LookingAgain.Held(Two, asked.Next!, 3, null, false, Monday).Changes);

        var over = Domain.Closing.Passing.Tick(Two, asked.Next!, asked.Next!.NextDue!.Value).Next!;
        Assert.Null(over.NextDue);
        Assert.False(LookingAgain.Held(Two, over, 5, null, false, Monday).Changes);
        Assert.True(LookingAgain.Held(Two, over, 6, null, false, Monday).Changes);
    }

    [Fact]
    public void Nobody_is_asked_in_a_quiet_time_or_after_the_end()
    {
        Assert.False(LookingAgain.Held(Quiet, Outlook.New, 3, null, false, Monday).Changes);
        Assert.False(LookingAgain.Held(Over, Outlook.New, 3, null, false, Monday).Changes);
    }

    [Fact]
    public void After_a_first_conversation_with_another_before_them_nobody_is_asked()
    {
        var passed = LookingAgain.Held(LetsSee, Outlook.New, 1, null, hasNext: true, Monday);
        Assert.Empty(passed.Consequences);
        Assert.False(LookingAgain.Held(LetsSee, passed.Next!, 2, null, false, Monday).Changes);
    }

    [Fact]
    public void One_yes_shows_the_other_nothing_and_two_bring_times()
    {
        var asked = LookingAgain.Held(LetsSee, Outlook.New, 1, null, false, Monday).Next!;
        var one = LookingAgain.GoOn(LetsSee, asked, Ben, 1);
        Assert.Empty(one.Consequences);
        Assert.False(LookingAgain.GoOn(LetsSee, one.Next!, Ben, 1).Changes);

        var both = LookingAgain.GoOn(LetsSee, one.Next!, Ana, 1);
        Assert.True(both.Next!.Look!.BothGoOn);
        Assert.Contains(both.Consequences, each => each is Consequence.Step { Kind: RelationshipNotices.OfferTimes });
    }

    [Fact]
    public void Nobody_else_answers_and_no_card_from_earlier_does()
    {
        var asked = LookingAgain.Held(Two, Outlook.New, 3, null, false, Monday).Next!;
        Assert.IsType<ClosingOutcome.NotYours>(LookingAgain.GoOn(Two, asked, Chidi, 1).Outcome);
        Assert.IsType<ClosingOutcome.AsItIs>(LookingAgain.GoOn(Two, asked, Ben, 2).Outcome);
        Assert.IsType<ClosingOutcome.AsItIs>(LookingAgain.GoOn(Over, asked, Ben, 1).Outcome);
    }

    [Fact]
    public void A_pause_or_an_end_settles_what_they_were_asked()
    {
        var asked = LookingAgain.Held(Two, Outlook.New, 3, null, false, Monday).Next!;
        foreach (var pair in new[] { Quiet, Over })
            Assert.True(Domain.Closing.Passing.Follow(pair, asked).Next!.Look!.IsOver);
        Assert.False(Domain.Closing.Passing.Follow(Two, asked).Changes);
    }

    [Fact]
    public void After_a_last_conversation_silence_finishes_and_either_may_go_on()
    {
        var asked = LookingAgain.LastHeld(Two, Outlook.New, Ben, 2, null, Monday).Next!;
        Assert.False(LookingAgain.LastHeld(Two, asked, Ben, 2, null, Monday).Changes);

        var silent = Domain.Closing.Passing.Tick(Two, asked, asked.NextDue!.Value);
        Assert.Contains(silent.Consequences, each => each is Consequence.Step { Kind: ClosingNotices.Finish, Subject: "match-1 ben" });
        var goesOn = LookingAgain.GoOn(Two, asked, Ana, 1);
        Assert.True(goesOn.Next!.Look!.IsOver);
        Assert.DoesNotContain(Domain.Closing.Passing.Tick(Two, goesOn.Next, Monday + Duration.FromDays(99)).Consequences, each => each.Kind == ClosingNotices.Finish);
    }

    [Fact]
    public void The_last_conversation_that_is_held_asks_and_is_not_the_last_any_more()
    {
        var talking = New.Talks(Ben).Talks(Ana).Does(pair => Conducting.WishLast(pair.Together, Ben));
        Assert.Equal(Ben, talking.Meetings.LastBy);
        Assert.False(Conducting.WishLast(talking.Together, Ana).Changes);

        var met = Conducting.WeMet(talking.Together, Ana, talking.Session.Number, null, Monday);
        Assert.Equal("match-1 ben", Step(met, ClosingNotices.LastHeld)!.Subject);
        Assert.Null(met.Next!.LastBy);
    }

    [Fact]
    public void A_stretch_without_each_other_is_wanted_by_both_or_not_done()
    {
        var open = BeingApart.Suggest(Two, Outlook.New, Ben, 4, Monday).Next!;
        Assert.False(BeingApart.Answer(Two, open, Ben, 1, wants: true, Monday).Changes);
        Assert.False(BeingApart.Suggest(Two, open, Ana, 2, Monday).Changes);
        Assert.False(BeingApart.Suggest(Two, Outlook.New, Ben, 5, Monday).Changes);
        Assert.Equal(StretchState.Agreed, BeingApart.Suggest(Two, open, Ana, 4, Monday).Next!.Stretch!.State);

        var agreed = BeingApart.Answer(Two, open, Ana, 1, wants: true, Monday);
        Assert.Contains(agreed.Consequences, each => each.Kind == ClosingNotices.BeApart);
        Assert.Equal(Monday.InZone(Two.Zone).Date.PlusWeeks(4), agreed.Next!.Stretch!.Ends!.Value.InZone(Two.Zone).Date);
        Assert.False(BeingApart.Answer(Two, agreed.Next, Ana, 1, wants: false, Monday).Changes);
    }

    [Fact]
    public void Rather_not_and_silence_tell_whoever_suggested_it_the_same()
    {
        var open = BeingApart.Suggest(Two, Outlook.New, Ben, 4, Monday).Next!;
        var declined = BeingApart.Answer(Two, open, Ana, 1, wants: false, Monday);
        var silent = Domain.Closing.Passing.Tick(Two, open, open.NextDue!.Value);

        Assert.Equal(declined.Next!.Stretch, silent.Next!.Stretch);
        Assert.Contains("closing.stretch-answered match-1 1 to ben", Tells(declined));
        Assert.Contains("closing.stretch-answered match-1 1 to ben", Tells(silent));
    }

    [Fact]
    public void Either_pauses_until_a_day_within_a_year()
    {
        var today = Monday.InZone(Two.Zone).Date;
        foreach (var day in new[] { today, today.PlusYears(1).PlusDays(1) })
            Assert.IsType<RelationshipOutcome.NotThen>(Relating.Pause(Two, Ben, day, Monday).Outcome);
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.Pause(Two, Chidi, today.PlusDays(1), Monday).Outcome);

        var paused = Relating.Pause(Two, Ben, today.PlusWeeks(4), Monday);
        Assert.Contains(paused.Consequences, each => each is Consequence.Tell { Kind: RelationshipNotices.QuietMonth } tell && tell.Whom == Ana);
        Assert.False(Relating.Pause(paused.Next, Ana, today.PlusWeeks(4), Monday).Changes);
        Assert.True(Relating.Pause(paused.Next, Ana, today.PlusWeeks(6), Monday).Changes);
        Assert.False(Relating.Pause(Over, Ben, today.PlusWeeks(4), Monday).Changes);
    }

    [Fact]
    public void Either_finishes_once()
    {
        var finished = Relating.Finish(Two, Ana, 180, Monday);
        Assert.Equal(new RelationshipState.Ended(Ana, Ending.Finished, Monday, Monday + Duration.FromDays(180)), finished.Next!.State);
        Assert.Contains(finished.Consequences, each => each.Kind == RelationshipNotices.Free);
        Assert.False(Relating.Finish(finished.Next, Ben, 180, Monday).Changes);
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.Finish(Two, Chidi, 180, Monday).Outcome);
    }

    private static Relationship With(Relationship pair, Pace pace) => pair with { Asked = pair.Asked with { Pace = pace } };

    private static IReadOnlyList<string> Tells(Decision<Outlook, ClosingOutcome> decision) =>
        [.. decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Kind} {tell.Subject} to {tell.Whom.Value}").Order(StringComparer.Ordinal)];
}
