using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Scheduling.Scene;

namespace MentorBot.Flows.Tests.Scheduling;

/// <summary>Moving, cancelling, several alike, how it appears, and times that are typed.</summary>
public sealed class BookedTests : IDisposable
{
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Moved_the_other_reads_where_it_was_and_the_card_before_says_that_there_is_a_newer_one()
    {
        await scene.Press(Ana, await scene.Times(Ana), FirstTime);
        var his = await scene.ToldCard(Chidi, SchedulingNotices.Booked);
        var was = scene.Meetings.Next!.Start;

        await scene.Press(Chidi, CardOf(await scene.Press(Chidi, his, "Move")), FirstTime);
        Assert.Equal((1, 2, Chidi), (scene.Meetings.Next!.Number, scene.Meetings.Next.Version, scene.Meetings.Next.By));
        Assert.Contains($"It was {ReaderOf(Ana).Moment(was)}.", Texts(await Notified(Ana, 1, 2)).ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(["There is a newer card below."], Texts(await Notified(Ana, 1, 1)));
    }

    [Fact]
    public async Task What_was_moved_meanwhile_is_not_moved_from_an_older_card()
    {
        await scene.Press(Ana, await scene.Times(Ana), FirstTime);
        var card = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));
        Assert.Equal(2, scene.Meetings.Booked.Length);
        var move = CardOf(await scene.Press(Ana, card, "Move"));
        await scene.Press(Chidi, CardOf(await scene.Press(Chidi, await scene.ToldCard(Chidi, SchedulingNotices.Booked), "Move")), FirstTime);
        var now = scene.Meetings;

        await scene.Press(Ana, move, FirstTime);
        Assert.Equal(now, scene.Meetings);
    }

    [Fact]
    public async Task Cancelled_the_other_reads_it_and_may_look_for_another_time_or_leave_it_open()
    {
        var card = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));
        var form = CardOf(await scene.Press(Ana, card, "Cancel"));

        Assert.Equal(new Answer.Says("Cancelled. Type “time” whenever you like."), await scene.Press(Ana, form, "Cancel it"));
        Assert.Empty(scene.Meetings.Booked);
        Assert.Equal(Sentences.OldCard, await scene.Press(Ana, form, "Cancel it"));
        var his = await scene.ToldCard(Chidi, SchedulingNotices.Cancelled);
        Assert.Equal(["Find a time", "Leave it open"], Titles(his));
        Assert.Equal(["All right. Type “time” whenever you like."], Texts(CardOf(await scene.Press(Chidi, his, "Leave it open"))));
        Assert.NotEqual(0, TimesOn(CardOf(await scene.Press(Chidi, his, "Find a time"))));
    }

    [Fact]
    public async Task A_form_to_cancel_that_was_open_while_it_moved_comes_back_with_the_new_day()
    {
        var booking = scene.Book(Ana, Tuesday);
        var form = CardOf(await Press(Ana, SchedulingActions.CancelForm));
        scene.Room.Meetings[Between.Id] = Arranging.Move(scene.Together, Chidi, booking.Number, 1, Tuesday + Duration.FromDays(1), 60, DayEdge.Nobody, FlowRoom.Start).Next!;

        Assert.Equal("Cancel Wednesday 4 March?", Assert.IsType<Answer.Opens>(await scene.Press(Ana, form, "Cancel it")).Form.Title);
        Assert.NotEqual(0, TimesOn(CardOf(await scene.Press(Ana, form, "Move it instead"))));
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task Who_has_no_card_of_what_the_other_opened_early_cancels_the_day_that_it_is_on()
    {
        var thursday = Tuesday + Duration.FromDays(2);
        scene.Book(Ana, FlowRoom.Start + Duration.FromHours(6));
        await scene.Room.Meetings.Decide(Between.Id, two => Conducting.Begin(two, Ana, FlowRoom.Start), CancellationToken.None);
        await scene.Room.Meetings.Decide(Between.Id, two => Arranging.Move(two, Ana, 1, 1, thursday, 60, DayEdge.Nobody, FlowRoom.Start), CancellationToken.None);

        var form = Assert.IsType<Answer.Opens>(await Press(Chidi, SchedulingActions.CancelForm)).Form;
        Assert.Equal("Cancel Thursday 5 March?", form.Title);
        Assert.Equal(new Answer.Says("Cancelled. Type “time” whenever you like."), await scene.Press(Chidi, CardAttachment.Json(form.Card), "Cancel it"));
        Assert.Empty(scene.Meetings.Booked);
        Assert.Equal(SessionEnding.CalledOff, scene.Meetings.Session!.Ending);
        Assert.Contains("Thursday 5 March", string.Join('\n', Texts(await scene.ToldCard(Ana, SchedulingNotices.Cancelled))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_to_cancel_that_was_open_while_it_began_comes_back_and_the_conversation_goes_on()
    {
        var booking = scene.Book(Ana, Tuesday);
        var form = CardOf(await Press(Ana, SchedulingActions.CancelForm));
        await scene.Room.Meetings.Decide(Between.Id, two => Passing.Tick(two, booking.Start), CancellationToken.None);

        var back = CardOf(await scene.Press(Ana, form, "Cancel it"));

        Assert.True(scene.Meetings.Session!.IsOpen);
        Assert.Equal(new Answer.Says("Cancelled. Type “time” whenever you like."), await scene.Press(Ana, back, "Cancel it"));
        Assert.Equal(SessionEnding.CalledOff, scene.Meetings.Session!.Ending);
    }

    [Fact]
    public async Task We_met_far_ahead_leaves_it_booked_and_says_what_makes_room()
    {
        scene.Book(Ana, Tuesday);
        var now = scene.Meetings;
        var booked = CardOf(await Press(Chidi, SchedulingActions.Show));

        var answer = CardOf(await scene.Press(Chidi, booked, "We met"));

        Assert.Equal(now, scene.Meetings);
        Assert.Contains(
            $"It is not until {ReaderOf(Chidi).Day(now.Next!.Start)}, so it stays booked. If you have talked already, “Cancel” makes room.", Texts(answer));
        Assert.Equal(Titles(booked), Titles(answer));
    }

    [Fact]
    public async Task Several_alike_are_booked_at_the_same_hour_and_elsewhere_where_a_calendar_says_so()
    {
        var times = await scene.Times(Ana);
        var form = CardOf(await scene.Press(Ana, times, "Every time alike"));
        var first = Instant.FromUnixTimeTicks(long.Parse((string)form.SelectTokens("$..choices[0].value").First()!, System.Globalization.CultureInfo.InvariantCulture));
        scene.Room.Calendars.MakeBusy(Chidi, first + Duration.FromDays(7), first + Duration.FromDays(7) + Duration.FromHours(1));

        var booked = CardOf(await scene.Press(Ana, form, "Book these", ("start", Wanted.Text(first)), ("how-often", "EveryWeek"), ("how-many", "3")));
        var starts = scene.Meetings.Booked.Select(one => one.Start).ToList();
        Assert.Equal((3, first, first + Duration.FromDays(14)), (starts.Count, starts[0], starts[2]));
        Assert.NotEqual(first + Duration.FromDays(7), starts[1]);
        Assert.Contains(Texts(booked), text => text.StartsWith("One lies elsewhere", StringComparison.Ordinal));
        var his = await scene.ToldCard(Chidi, SchedulingNotices.Series);
        Assert.Equal(starts.Select(ReaderOf(Chidi).Moment), Titles(his));
        Assert.Contains("Move", Titles(CardOf(await scene.Press(Chidi, his, Titles(his).Last()))));
        await scene.Press(Ana, form, "Book these", ("start", Wanted.Text(first)), ("how-often", "EveryWeek"), ("how-many", "3"));
        Assert.Equal(3, scene.Meetings.Booked.Length);
    }

    [Theory]
    [InlineData("how-many", "600")]
    [InlineData("how-often", "EveryDay")]
    [InlineData("start", "x")]
    public async Task A_series_that_no_form_offers_is_not_booked(string name, string value)
    {
        var form = CardOf(await scene.Press(Ana, await scene.Times(Ana), "Every time alike"));
        var typed = new Dictionary<string, string> { ["start"] = (string)form.SelectTokens("$..choices[0].value").First()!, ["how-often"] = "EveryWeek", ["how-many"] = "3" };
        typed[name] = value;

        Assert.Equal(Sentences.OldCard, await scene.Press(Ana, form, "Book these", [.. typed.Select(one => (one.Key, one.Value))]));
        Assert.Empty(scene.Meetings.Booked);
    }

    [Fact]
    public async Task How_it_appears_is_each_ones_own()
    {
        scene.Book(Ana, Tuesday);
        var form = CardOf(await Press(Chidi, SchedulingActions.AppearForm));

        Assert.Equal(new Answer.Says("Saved. It appears as an invitation with both names."), await scene.Press(Chidi, form, "Save", ("as", "Invitation")));
        Assert.Equal(Appearing.Invitation, (await scene.Room.Get<IAppearances>().Find(Chidi, Between.Id, CancellationToken.None)).As);
        Assert.Equal(Appearing.OwnBlock, (await scene.Room.Get<IAppearances>().Find(Ana, Between.Id, CancellationToken.None)).As);
        Assert.Equal(Sentences.OldCard, await scene.Press(Chidi, form, "Save", ("as", "Loudly")));
    }

    [Fact]
    public async Task A_typed_time_is_read_back_before_it_is_booked()
    {
        await BeginTyping();

        var confirm = CardOf(await scene.Room.Type(Ana, "Tue 14:30"));
        Assert.Equal("Tuesday 3 March, 14:30, 60 minutes. Shall I book it?", Texts(confirm).First());
        Assert.Empty(scene.Meetings.Booked);
        Assert.Equal("Tuesday 3 March, 14:30", Texts(CardOf(await scene.Press(Ana, confirm, "Book it"))).First());
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task What_is_no_time_is_asked_back_once_and_then_left()
    {
        await BeginTyping();

        Assert.Equal(new Answer.Says("I couldn't read that as a time. “Tue 14:30” would work."), await scene.Room.Type(Ana, "25:99"));
        Assert.Contains("Let's leave it there; here are the times I found.", Texts(CardOf(await scene.Room.Type(Ana, "whenever"))));
        Assert.Null(scene.Room.Profiles.Of(Ana).OpenDialog);
    }

    [Fact]
    public async Task A_typed_time_that_has_gone_by_is_asked_for_again()
    {
        await BeginTyping();

        Assert.Equal(new Answer.Says("That has already gone by. Please type a later one."), await scene.Room.Type(Ana, "yesterday at 9"));
        Assert.Equal("Tuesday 3 March, 09:00, 60 minutes. Shall I book it?", Texts(CardOf(await scene.Room.Type(Ana, "tomorrow at 9"))).First());
    }

    [Fact]
    public async Task Of_two_readings_one_chooses()
    {
        await BeginTyping();
        var which = CardOf(await scene.Room.Type(Ana, "next wednesday 10:00"));

        Assert.Equal(["Wednesday 4 March, 10:00", "Wednesday 11 March, 10:00"], Titles(which));
        Assert.Contains("Wednesday 11 March, 10:00", Texts(CardOf(await scene.Press(Ana, which, "Wednesday 11 March, 10:00"))).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_time_that_is_taken_is_not_booked_and_one_is_while_calendars_cannot_be_seen()
    {
        await BeginTyping();
        var confirm = CardOf(await scene.Room.Type(Ana, "Tue 14:30"));
        scene.Room.Calendars.MakeBusy(Chidi, Tuesday, Tuesday + Duration.FromHours(1));
        await scene.Press(Ana, confirm, "Book it");
        Assert.Empty(scene.Meetings.Booked);

        scene.Room.Calendars.LoseReach(Chidi);
        await scene.Press(Ana, confirm, "Book it");
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task It_may_be_moved_by_a_quarter_of_an_hour_within_its_own_time()
    {
        scene.Book(Ana, Tuesday);
        scene.Room.Calendars.MakeBusy(Chidi, Tuesday, Tuesday + Duration.FromHours(1));
        await scene.Press(Ana, CardOf(await Press(Ana, SchedulingActions.Move)), "Type a time");

        await scene.Press(Ana, CardOf(await scene.Room.Type(Ana, "Tue 14:15")), "Book it");
        Assert.Equal(Tuesday + Duration.FromMinutes(15), scene.Meetings.Next!.Start);
    }

    [Fact]
    public async Task Another_command_drops_it_without_a_word()
    {
        await BeginTyping();
        await scene.Room.Type(Ana, "help");

        Assert.Null(scene.Room.Profiles.Of(Ana).OpenDialog);
    }

    private async Task BeginTyping() =>
        Assert.StartsWith("Type a day and an hour", Texts(CardOf(await scene.Press(Ana, await scene.Times(Ana), "Type a time"))).First(), StringComparison.Ordinal);

    private async Task<Answer> Press(Domain.PersonId who, string action) =>
        await (scene.Room.Routes.Presses.GetValueOrDefault(action) ?? scene.Room.Routes.Forms[action])(scene.Room.TurnOf(who), Of([.. Between.Ids, ("number", "1")]), CancellationToken.None);

    private async Task<Newtonsoft.Json.Linq.JObject> Notified(Domain.PersonId whom, int number, int version)
    {
        Reader.Speak(ReaderOf(whom).Culture);
        var notice = new Domain.Notices.Notice(SchedulingNotices.Booked, Between.Id.Value, SchedulingNotices.Numbered(Between.Id, number, version), "1", whom, null);
        return Flows.Cards.CardAttachment.Json((await scene.Room.Routes.Notices[notice.Kind](notice, ReaderOf(whom), CancellationToken.None))!.Card);
    }
}
