using MentorBot.Domain.Agreements;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>After a long while without a conversation both are asked, once; after the third one, both may look at their aims.</summary>
public sealed class QuieteningTests
{
    private static readonly Instant After45Days = Monday + Duration.FromDays(45);

    [Fact]
    public void After_forty_five_days_with_nothing_before_them_both_are_asked_once()
    {
        Assert.Equal(After45Days, Passing.NextDue(New.Together));
        Assert.False(Passing.Tick(New.Together, After45Days - Duration.FromSeconds(1)).Changes);

        var asked = Passing.Tick(New.Together, After45Days);

        Assert.Equal(["ana", "ben"], Mentioned(asked, SessionNotices.Quiet));
        Assert.Null(Passing.NextDue(New.Does(asked).Together));
        Assert.False(Passing.Tick(New.Does(asked).Together, After45Days + Duration.FromDays(400)).Changes);
    }

    [Fact]
    public void With_something_booked_nobody_is_asked_and_after_it_the_time_begins_anew()
    {
        var booked = New.Books(Monday + Duration.FromDays(60));
        Assert.Null(Quietening.NextDue(booked.Together));

        var met = booked.At(Monday + Duration.FromDays(60)).Does(now => Conducting.WeMet(now.Together, Ben, 1, 1, now.Now));

        Assert.Equal(Monday + Duration.FromDays(105), Quietening.NextDue(met.Together));
    }

    [Fact]
    public void While_they_talk_nobody_is_asked() => Assert.Null(Quietening.NextDue(New.Talks(Ben).Together));

    [Fact]
    public void While_they_have_times_to_choose_from_or_will_nobody_is_asked()
    {
        Assert.Null(Quietening.NextDue(New.Does(one => Offering.AfterQuiet(one.Together, After45Days)).Together));
        Assert.Null(Quietening.NextDue(New.Does(one => Arranging.OfferTimes(one.Together, After45Days)).Together));
    }

    [Fact]
    public void A_quiet_time_that_they_wished_for_comes_to_its_end_first()
    {
        var until = After45Days + Duration.FromDays(10);
        var quiet = InState(new RelationshipState.Going(until));

        Assert.Equal(until, Passing.NextDue(quiet.Together));
        var looked = Passing.Tick(quiet.Together, After45Days);
        Assert.True(looked.Changes);
        Assert.Empty(looked.Consequences);
        Assert.Equal(["ana", "ben"], Mentioned(Passing.Tick(quiet.Does(looked).Together, until), SessionNotices.Quiet));
    }

    [Fact]
    public void Who_has_ended_is_not_asked() =>
        Assert.Null(Quietening.NextDue(InState(new RelationshipState.Ended(Ben, Ending.Stopped, Monday, After45Days)).Together));

    [Fact]
    public void It_is_moot_once_something_is_before_them_again()
    {
        var asked = New.At(After45Days).Does(now => Quietening.Tick(now.Together, now.Now));

        Assert.True(Quietening.IsQuiet(asked.Together, After45Days));
        Assert.False(Quietening.IsQuiet(asked.Books(After45Days + Duration.FromDays(1)).Together, After45Days));
        Assert.False(Quietening.IsQuiet(asked.Talks(Ana).Together, After45Days));
    }

    [Fact]
    public void After_the_third_conversation_and_no_other_both_may_look_at_their_aims()
    {
        var pair = New;
        foreach (var (number, mentioned) in new[] { (1, 0), (2, 0), (3, 2), (4, 0) })
        {
            pair = pair.Books(pair.Now + Duration.FromHours(1)).After(Duration.FromHours(3));
            var met = Conducting.WeMet(pair.Together, Ben, number, 1, pair.Now);
            pair = pair.Does(met);

            Assert.Equal(number, pair.Meetings.Held);
            Assert.Equal(mentioned, Mentioned(met, AgreementNotices.AimsAgain).Count);
        }
    }

    private static Pair InState(RelationshipState state) => New with { Together = New.Together with { Pair = New.Together.Pair with { State = state } } };

    private static List<string> Mentioned(Decision<Meetings, MeetingsOutcome> decision, string kind) =>
        [.. decision.Consequences.OfType<Consequence.Step>().Where(step => step.Kind == BundleNotices.Mention).Select(step => BundleNotices.In(step.Subject))
            .Where(one => one.Thing.Kind == kind && one.Thing.About == "match-1").Select(one => one.Whom.Value).Order()];
}
