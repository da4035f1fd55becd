using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Scheduling.Scene;

namespace MentorBot.Flows.Tests.Scheduling;

/// <summary>Looking for a time and choosing one.</summary>
public sealed class TimesTests : IDisposable
{
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Five_times_that_suit_both_come_with_one_reason_each()
    {
        var card = CardOf(await scene.Room.Type(Ana, "time"));

        Assert.Equal(5, TimesOn(card));
        Assert.Equal("Times for you and Chidi Obi", Texts(card).First());
        Assert.Empty(scene.Meetings.Booked);
    }

    [Fact]
    public async Task Who_talks_with_several_is_asked_with_whom_and_who_talks_with_nobody_hears_so()
    {
        Assert.IsType<Answer.Says>(await scene.Room.Type(Jun, "time"));
        scene.Room.Relationships[new("other")] = Between.In(Between.Going()) with { Id = new("other"), Mentee = Sam };

        var whom = CardOf(await scene.Room.Type(Ana, "time"));
        Assert.Equal("Times for you and Sam Whitaker", Texts(CardOf(await scene.Press(Ana, whom, "Sam Whitaker"))).First());
    }

    [Fact]
    public async Task What_one_chooses_is_booked_and_the_other_reads_it()
    {
        var booked = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));

        var booking = Assert.Single(scene.Meetings.Booked);
        Assert.Equal(ReaderOf(Ana).Moment(booking.Start), Texts(booked).First());
        Assert.Equal(["Move", "How it appears", "Cancel", "Ask something ahead", "We met"], Titles(booked));
        var theirs = await scene.ToldCard(Chidi, SchedulingNotices.Booked);
        Assert.Equal(ReaderOf(Chidi).Moment(booking.Start), Texts(theirs).First());
        Assert.Contains("Ana Lima chose this time", Texts(theirs).ElementAt(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_is_booked_once()
    {
        var times = await scene.Times(Ana);
        var first = CardOf(await scene.Press(Ana, times, FirstTime));

        Assert.Equal(first.ToString(), CardOf(await scene.Press(Ana, times, FirstTime)).ToString());
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task When_both_choose_the_later_one_sees_what_is_booked()
    {
        var (hers, his) = (await scene.Times(Ana), await scene.Times(Chidi));
        await scene.Press(Ana, hers, FirstTime);

        Assert.Contains("Ana Lima chose", Texts(CardOf(await scene.Press(Chidi, his, FirstTime))).ElementAt(1), StringComparison.Ordinal);
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task The_card_says_of_the_readers_own_calendar_only_what_is_so()
    {
        await scene.Press(Ana, await scene.Times(Ana), FirstTime);
        Assert.Equal("It is in your calendar as a block of your own, marked private, without the other name.", await InCalendar());
        await Appears(Appearing.Invitation);
        Assert.Equal("It is in your calendar with both names, marked private.", await InCalendar());
        scene.Room.Calendars.LoseReach(Chidi);
        Assert.Equal("I can't see your calendar just now, so it may not be in there yet. “Calendar file” has an entry to copy.", await InCalendar());
        await Appears(Appearing.Nothing);
        var card = await scene.ToldCard(Chidi, SchedulingNotices.Booked);
        Assert.Contains("It is not in your calendar, as you chose.", Texts(card));
        Assert.DoesNotContain("Calendar file", Titles(card));

        async Task<string> InCalendar() => Texts(await scene.ToldCard(Chidi, SchedulingNotices.Booked)).Last();

        Task Appears(Appearing appears) => scene.Room.Get<IAppearances>().Save(Chidi, Between.Id, appears, null, CancellationToken.None);
    }

    [Fact]
    public async Task A_calendar_file_to_copy_names_the_other_only_where_the_entry_would()
    {
        await scene.Press(Ana, await scene.Times(Ana), FirstTime);
        scene.Room.Calendars.LoseReach(Chidi);
        var card = await scene.ToldCard(Chidi, SchedulingNotices.Booked);

        Assert.DoesNotContain(Ana.Value, await Copied(), StringComparison.Ordinal);
        await scene.Room.Get<IAppearances>().Save(Chidi, Between.Id, Appearing.Invitation, null, CancellationToken.None);
        Assert.Contains(Ana.Value, await Copied(), StringComparison.Ordinal);

        async Task<string> Copied() => (string)CardOf(await scene.Press(Chidi, card, "Calendar file")).SelectToken("$..[?(@.type == 'Input.Text')].value")!;
    }

    [Fact]
    public async Task They_met_before_it_was_to_begin_and_the_others_card_is_settled()
    {
        var booked = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));
        Assert.Contains("Good. I ask nothing more about it, unless one of you shares a note.", Texts(CardOf(await scene.Press(Ana, booked, "We met"))));
        Assert.Equal((0, 1), (scene.Meetings.Booked.Length, scene.Meetings.Held));
        Assert.Contains("This has been settled. There is nothing for you to do.", Texts(await scene.ToldCard(Chidi, SchedulingNotices.Booked)));
    }

    [Fact]
    public async Task A_card_from_before_it_was_moved_does_not_say_that_they_met()
    {
        var booked = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));
        await scene.Press(Ana, CardOf(await scene.Press(Ana, booked, "Move")), FirstTime);

        await scene.Press(Ana, booked, "We met");
        Assert.Equal((1, 0), (scene.Meetings.Booked.Length, scene.Meetings.Held));
    }

    [Fact]
    public async Task What_lies_beyond_usual_hours_is_not_said_to_suit_both()
    {
        scene.Room.Calendars.MakeBusy(Ana, FlowRoom.Start, FlowRoom.Start + Duration.FromHours(9));
        for (var day = 0; day < 60; day++)
            scene.Room.Calendars.MakeBusy(Chidi, FlowRoom.Start + Duration.FromDays(day) - Duration.FromHours(1), FlowRoom.Start + Duration.FromDays(day) + Duration.FromHours(9));
        var beyond = CardOf(await scene.Press(Ana, await scene.Times(Ana), "Beyond usual hours"));

        Assert.Contains("What lies outside Chidi Obi's usual hours is not booked before Chidi Obi says that it is fine.", Texts(beyond));
        Assert.DoesNotContain(Texts(beyond), text => text.Contains("suits you both", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_taken_meanwhile_is_not_booked_and_there_are_others()
    {
        var times = await scene.Times(Ana);
        scene.Room.Calendars.MakeBusy(Chidi, FlowRoom.Start, FlowRoom.Start + Duration.FromDays(14));

        var others = CardOf(await scene.Press(Ana, times, FirstTime));
        Assert.Contains("That time isn't free in one of your calendars. Nothing was booked. Do any of these suit you both?", Texts(others));
        Assert.Empty(scene.Meetings.Booked);
        Assert.IsType<Answer.Becomes>(await scene.Press(Ana, others, FirstTime));
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task More_times_come_later_until_there_are_none()
    {
        var card = await scene.Times(Ana);
        var seen = new List<Instant>();
        while (Titles(card).Contains("More times"))
        {
            var starts = Starts(card);
            Assert.All(starts, start => Assert.True(seen.Count == 0 || start > seen[^1]));
            seen.AddRange(starts);
            card = CardOf(await scene.Press(Ana, card, "More times"));
        }

        Assert.Equal("No hour in common just now", Texts(card).First());
        Assert.Equal(["20 minutes", "Beyond usual hours", "Look again later", "Type a time"], Titles(card));
    }

    [Fact]
    public async Task Where_calendars_cannot_be_seen_a_time_can_be_typed()
    {
        scene.Room.Calendars.LoseReach(Chidi);

        Assert.Equal(["Type a time"], Titles(await scene.Times(Ana)));
    }

    [Fact]
    public async Task Calendars_out_of_reach_when_a_time_is_chosen_book_nothing_by_guess()
    {
        var times = await scene.Times(Ana);
        scene.Room.Calendars.LoseReach(Chidi);

        Assert.Equal(["Type a time"], Titles(CardOf(await scene.Press(Ana, times, FirstTime))));
        Assert.Empty(scene.Meetings.Booked);
    }

    [Fact]
    public async Task Twenty_minutes_fit_where_an_hour_does_not()
    {
        AlwaysBusyBut(Duration.FromMinutes(35));
        var none = await scene.Times(Ana);

        Assert.Equal("No hour in common just now", Texts(none).First());
        Assert.NotEqual(0, TimesOn(CardOf(await scene.Press(Ana, none, "20 minutes"))));
    }

    [Fact]
    public async Task Beyond_the_others_usual_hours_they_are_asked_first_and_fine_books_it()
    {
        var asked = await SuggestBeyond();

        Assert.StartsWith("I ask Chidi Obi first", Texts(asked).First(), StringComparison.Ordinal);
        Assert.Empty(scene.Meetings.Booked);
        var question = await scene.ToldCard(Chidi, SchedulingNotices.Suggested);
        Assert.IsType<Answer.Becomes>(await scene.Press(Chidi, question, "Fine"));
        Assert.Equal(Ana, Assert.Single(scene.Meetings.Booked).By);
        Assert.IsType<Answer.Becomes>(await scene.Press(Chidi, question, "Rather not"));
        Assert.Single(scene.Meetings.Booked);
    }

    [Fact]
    public async Task Rather_not_shows_both_what_else_there_is()
    {
        await SuggestBeyond();
        var question = await scene.ToldCard(Chidi, SchedulingNotices.Suggested);

        Assert.IsType<Answer.Becomes>(await scene.Press(Chidi, question, "Rather not"));
        Assert.Null(scene.Meetings.Suggested);
        Assert.StartsWith("Chidi Obi would rather not", Texts(await scene.ToldCard(Ana, SchedulingNotices.Declined)).Skip(1).First(), StringComparison.Ordinal);
        Assert.Equal(Sentences.OldCard, await scene.Press(Chidi, question, "Fine"));
    }

    [Fact]
    public async Task Looking_again_later_is_decided_once()
    {
        AlwaysBusyBut(Duration.FromMinutes(5));
        var none = await scene.Times(Ana);

        Assert.Equal("I look again on Monday 16 March.", Texts(CardOf(await scene.Press(Ana, none, "Look again later"))).First());
        Assert.Equal(FlowRoom.Start + Duration.FromDays(14), scene.Meetings.LookAgainAt);
    }

    [Fact]
    public async Task Times_that_both_were_offered_settle_once_one_has_chosen()
    {
        await scene.Room.Meetings.Decide(Between.Id, two => Arranging.OfferTimes(two, FlowRoom.Start), CancellationToken.None);
        var (hers, his) = (await scene.Told(Ana, SchedulingNotices.Times), await scene.Told(Chidi, SchedulingNotices.Times));
        Assert.Equal((CardLife.Follows, CardLife.Follows), (hers!.Life, his!.Life));
        Assert.Contains("Without a choice by Thursday 5 March nothing is booked", Texts(Flows.Cards.CardAttachment.Json(hers.Card)).ElementAt(2), StringComparison.Ordinal);

        await scene.Press(Ana, Flows.Cards.CardAttachment.Json(hers.Card), FirstTime);
        Assert.Equal(["Settled", "This has been settled. There is nothing for you to do."], Texts(await scene.ToldCard(Chidi, SchedulingNotices.Times)));
        Assert.Equal(["Move", "How it appears", "Cancel", "Ask something ahead", "We met"], Titles(await scene.ToldCard(Ana, SchedulingNotices.Times)));
    }

    [Fact]
    public async Task There_is_one_reminder_and_then_both_read_that_nothing_is_booked()
    {
        await scene.Room.Meetings.Decide(Between.Id, two => Arranging.OfferTimes(two, FlowRoom.Start), CancellationToken.None);
        scene.Room.Clock.Advance(Duration.FromDays(2));
        await Tick();
        Assert.Contains("Here they are once more. I don't ask again.", Texts(await scene.ToldCard(Ana, SchedulingNotices.Remind)));
        Assert.Equal(["There is a newer card below."], Texts(await scene.ToldCard(Ana, SchedulingNotices.Times)));

        scene.Room.Clock.Advance(Duration.FromDays(3));
        await Tick();
        Assert.Equal((CardLife.Over, "Nothing was chosen, so nothing is booked. Type “time” whenever you like."),
            ((await scene.Told(Chidi, SchedulingNotices.Remind))!.Life, Texts(await scene.ToldCard(Chidi, SchedulingNotices.Remind)).First()));
    }

    [Fact]
    public async Task Nobody_else_chooses_and_after_the_end_nobody_does()
    {
        var times = await scene.Times(Ana);

        Assert.Equal(Sentences.NotYours, await scene.Press(Noor, times, FirstTime));
        scene.Room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal(Sentences.OldCard, await scene.Press(Ana, times, FirstTime));
        Assert.Empty(scene.Meetings.Booked);
    }

    [Theory]
    [InlineData("start", "")]
    [InlineData("start", "tomorrow")]
    [InlineData("start", "9223372036854775807")]
    [InlineData("start", "-1")]
    [InlineData("start", "1")]
    [InlineData("minutes", "61")]
    [InlineData("minutes", "0")]
    [InlineData("number", "7")]
    [InlineData("number", "99999999999")]
    [InlineData("version", "3")]
    [InlineData("relationship", "nothing")]
    public async Task What_no_card_carries_books_nothing(string name, string value)
    {
        var times = await scene.Times(Ana);
        var button = times.SelectTokens("$..actions[*]").OfType<JObject>().First(one => (string?)one["data"]?["action"] == SchedulingActions.Choose);
        button["data"]![name] = value;

        await scene.Press(Ana, times, FirstTime);
        Assert.Empty(scene.Meetings.Booked);
    }

    private static List<Instant> Starts(JObject card) =>
        [.. card.SelectTokens("$..actions[?(@.title == 'This one')].data.start").Where(one => !one.Path.Contains("fallback", StringComparison.Ordinal)).Select(one => Instant.FromUnixTimeTicks(long.Parse((string)one!, System.Globalization.CultureInfo.InvariantCulture)))];

    private Task<MeetingsOutcome> Tick() => scene.Room.Meetings.Decide(Between.Id, two => Passing.Tick(two, scene.Room.Clock.GetCurrentInstant()), CancellationToken.None);

    /// <summary>Chidi has no free hour, only as much before each full one.</summary>
    private void AlwaysBusyBut(Duration free)
    {
        for (var hour = 0; hour < 24 * 62; hour++)
        {
            var from = FlowRoom.Start + Duration.FromHours(hour);
            scene.Room.Calendars.MakeBusy(Chidi, from, from + Duration.FromHours(1) - free);
        }
    }

    /// <summary>Chidi is free in the evenings only, and Ana chooses one of them.</summary>
    private async Task<JObject> SuggestBeyond()
    {
        for (var day = 0; day < 62; day++)
        {
            var midnight = ReaderOf(Chidi).Zone.AtStartOfDay(FlowRoom.Start.InZone(ReaderOf(Chidi).Zone).Date.PlusDays(day)).ToInstant();
            scene.Room.Calendars.MakeBusy(Chidi, midnight, midnight + Duration.FromHours(19));
        }

        var beyond = CardOf(await scene.Press(Ana, await scene.Times(Ana), "Beyond usual hours"));
        return CardOf(await scene.Press(Ana, beyond, FirstTime));
    }
}
