using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Matching;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Matching;

/// <summary>A yes to the time that came with the question, which may be taken or gone by meanwhile.</summary>
public sealed class YesAtATimeTests : IDisposable
{
    private readonly FlowRoom room = Asked.Room(Asked.Waiting(times: [Asked.Time]));

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_yes_to_the_time_becomes_the_card_of_the_two_with_it()
    {
        Assert.Equal(Shown("asked-with-a-time"), Shown(await Show()));

        Assert.Equal(Shown("two-you-said-yes"), Shown(await Press()));
        Assert.Equal(Asked.Time, Accepted.Time);
    }

    [Fact]
    public async Task A_time_that_is_taken_by_now_is_a_yes_all_the_same()
    {
        room.Calendars.MakeBusy(Asked.Chidi, Asked.Time.Start, Asked.Time.Start + Duration.FromMinutes(5));

        Assert.Equal(Taken, await Press());
        Assert.Null(Accepted.Time);
        Assert.Equal(Shown("two-you-said-yes-without-a-time"), Shown(await Press()));
    }

    [Fact]
    public async Task So_is_a_time_that_has_gone_by_which_is_not_on_the_card_any_more()
    {
        room.Clock.Advance(Duration.FromDays(2));

        Assert.Equal(Shown("asked"), Shown(await Show()));
        Assert.Equal(Taken, await Press());
        Assert.Null(Accepted.Time);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_seen_just_now_does_not_undo_the_time()
    {
        room.Calendars.LoseReach(Ana);

        await Press();

        Assert.Equal(Asked.Time, Accepted.Time);
    }

    [Fact]
    public async Task Another_time_is_a_yes_without_one()
    {
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, MatchingActions.YesInForm, Asked.Ids));

        Assert.Null(Accepted.Time);
    }

    [Fact]
    public async Task In_the_form_as_on_the_card()
    {
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, MatchingActions.YesAtInForm, At(Asked.Time)));
        Assert.Equal(Asked.Time, Accepted.Time);

        using var other = Asked.Room(Asked.Waiting(times: [Asked.Time]));
        other.Calendars.MakeBusy(Ana, Asked.Time.Start, Asked.Time.Start + Duration.FromHours(1));
        Assert.Equal(Taken, await other.Submit(Ana, MatchingActions.YesAtInForm, At(Asked.Time)));
    }

    [Fact]
    public async Task Where_it_is_pressing_the_time_that_was_pressed_is_the_one()
    {
        room.Requests.Put(Asked.In(Asked.Waiting(isSoon: true, times: Asked.ShortTimes)));

        await room.Press(Ana, MatchingActions.YesAt, At(Asked.ShortTimes[1]));

        Assert.Equal(Asked.ShortTimes[1], Accepted.Time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("99999999999999999999999999")]
    [InlineData("tomorrow")]
    public async Task A_time_that_did_not_come_with_the_question_changes_nothing(string forged)
    {
        var before = room.Requests[Asked.Id];

        Assert.Equal(Shown("asked-with-a-time"), Shown(await room.Press(Ana, MatchingActions.YesAt, [.. Asked.Ids, (MatchingActions.At, forged)])));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, MatchingActions.YesAtInForm, [.. Asked.Ids, (MatchingActions.At, forged)]));
        Assert.Equal(before, room.Requests[Asked.Id]);
    }

    [Fact]
    public async Task Nobody_answers_in_the_place_of_whoever_is_asked()
    {
        var before = room.Requests[Asked.Id];
        foreach (var who in new[] { Asked.Chidi, Noor, Sam })
        {
            Assert.Equal(Sentences.NotYours, await room.Press(who, MatchingActions.YesAt, At(Asked.Time)));
            Assert.Equal(Sentences.NotYours, await room.Submit(who, MatchingActions.YesAtInForm, At(Asked.Time)));
        }

        Assert.Equal(before, room.Requests[Asked.Id]);
    }

    private static Answer Taken => new Answer.Says("Your yes counts. That time is no longer free for you both, so others follow.");

    private RequestState.Accepted Accepted => Assert.IsType<RequestState.Accepted>(room.Requests[Asked.Id].State);

    private Task<Answer> Press() => room.Press(Ana, MatchingActions.YesAt, At(Asked.Time));

    private Task<Answer> Show() => room.Press(Ana, MatchingActions.Show, Asked.Ids);

    private static (string, string)[] At(MeetingTime time) =>
        [.. Asked.Ids, (MatchingActions.At, time.Start.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static string Shown(string name) => EveryCard.All[name].Json.ToString();

    private static string Shown(Answer answer) => EveryCard.Only(answer).Json.ToString();
}
