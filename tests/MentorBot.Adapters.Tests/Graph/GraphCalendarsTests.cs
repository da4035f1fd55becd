using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Graph;
using NodaTime;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>What stands in mailboxes, what is seen of them, and what happens when they cannot be reached.</summary>
public sealed class GraphCalendarsTests : IAsyncLifetime
{
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 10, 0);
    private static readonly Interval Day = new(Start - Duration.FromHours(10), Start + Duration.FromHours(14));

    private GraphRoom room = null!;
    private ICalendars calendars = null!;

    public async Task InitializeAsync()
    {
        room = await GraphRoom.Open();
        room.Graph.Add(EverybodyOf.Person(Ana, "Ana Lima", "Europe/Lisbon"));
        room.Graph.Add(EverybodyOf.Person(Ben, "Ben Okafor", "Europe/Amsterdam"));
        calendars = room.Calendars();
    }

    public async Task DisposeAsync()
    {
        ((IDisposable)calendars).Dispose();
        await room.DisposeAsync();
    }

    [Fact]
    public async Task An_event_is_private_busy_and_an_online_meeting_without_anybody_invited()
    {
        var join = await calendars.Put(Ana, Entry() with { OpensMeeting = true }, default);

        var made = Assert.Single(room.Graph.EventsOf("ana"));
        Assert.Equal(("Conversation", Start, Start + Duration.FromMinutes(45)), (made.Subject, made.Start, made.End));
        Assert.Equal(("private", "busy", "teamsForBusiness"), ((string?)made.Content["sensitivity"], made.ShowAs, (string?)made.Content["onlineMeetingProvider"]));
        Assert.Null(made.Content["attendees"]);
        Assert.Equal(made.JoinUrl, join?.AbsoluteUri);
        Assert.Equal([new Uri(room.Graph.Root, "/.default").AbsoluteUri], room.Scopes.Distinct());
    }

    [Fact]
    public async Task The_other_who_is_shown_is_named_and_ones_own_words_come_before_that()
    {
        await calendars.Put(Ana, Entry() with { With = Ben }, default);
        Assert.Equal("Conversation with Ben Okafor", Assert.Single(room.Graph.EventsOf("ana")).Subject);

        await calendars.Put(Ana, Entry() with { Version = 2, With = Ben, Subject = Confidential.From("Something of their own") }, default);
        Assert.Equal("Something of their own", Assert.Single(room.Graph.EventsOf("ana")).Subject);
        Assert.True(calendars.ShowsOwnSubject);
    }

    [Fact]
    public async Task The_mentors_event_says_how_to_join_the_mentees_meeting_and_opens_none()
    {
        var join = await calendars.Put(Ana, Entry() with { OpensMeeting = true }, default);
        Assert.Null(await calendars.Put(Ben, Entry() with { Join = join }, default));

        var bens = Assert.Single(room.Graph.EventsOf("ben"));
        Assert.False(bens.IsOnlineMeeting);
        Assert.Equal(join?.AbsoluteUri, bens.Body);
    }

    [Fact]
    public async Task Moved_it_keeps_its_meeting()
    {
        var join = await calendars.Put(Ana, Entry() with { OpensMeeting = true }, default);
        var before = Assert.Single(room.Graph.EventsOf("ana")).Body;

        Assert.Equal(join, await calendars.Put(Ana, Entry() with { OpensMeeting = true, Version = 2, Start = Start + Duration.FromHours(3) }, default));
        Assert.Equal(before, Assert.Single(room.Graph.EventsOf("ana")).Body);
    }

    [Theory]
    [InlineData("busy", true)]
    [InlineData("oof", true)]
    [InlineData("tentative", true)]
    [InlineData("unknown", true)]
    [InlineData("free", false)]
    [InlineData("workingElsewhere", false)]
    public async Task Who_is_away_or_may_be_taken_is_busy_and_who_works_elsewhere_is_free(string showAs, bool isBusy)
    {
        room.Graph.Put("ana", LocalEvent.Own(Start, Start + Duration.FromHours(1), showAs));

        Assert.Equal(isBusy ? [new Interval(Start, Start + Duration.FromHours(1))] : [], (await Known(Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task Two_calendars_are_one_question_in_the_first_ones_mailbox()
    {
        await calendars.Read([Ana, Ben], Day, default);

        Assert.Equal("/users/ana/calendar/getSchedule", Assert.Single(room.Graph.Asked, question => question.Method == "POST").Path);
    }

    [Fact]
    public async Task More_than_twenty_are_asked_for_twenty_at_a_time()
    {
        var many = Enumerable.Range(0, 41).Select(number => new PersonId($"p{number}")).ToList();
        foreach (var person in many)
            room.Graph.Add(EverybodyOf.Person(person, "Somebody", "Europe/Lisbon"));

        var readings = await calendars.Read([.. many], Day, default);

        Assert.All(readings, reading => Assert.IsType<CalendarReading.Known>(reading));
        Assert.Equal(3, room.Graph.Asked.Count(question => question.Method == "POST"));
    }

    [Fact]
    public async Task Where_the_first_mailbox_is_out_of_reach_the_other_is_asked_in()
    {
        room.Graph.Users["ana"].IsInScope = false;

        var readings = await calendars.Read([Ana, Ben], Day, default);

        Assert.All(readings, reading => Assert.IsType<CalendarReading.Known>(reading));
    }

    [Fact]
    public async Task Without_leave_calendars_are_out_of_reach_and_the_log_says_once_an_hour_what_to_grant()
    {
        room.Graph.Granted.Remove("Calendars.ReadWrite");

        for (var time = 0; time < 3; time++)
            Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
        var line = Assert.Single(room.Log.Lines);
        Assert.Contains("ana", line, StringComparison.Ordinal);
        Assert.Contains("Calendars.ReadWrite", line, StringComparison.Ordinal);

        room.Clock.Advance(Duration.FromHours(1));
        await calendars.Read(Ana, Day, default);
        Assert.Equal(2, room.Log.Lines.Count);
    }

    [Fact]
    public async Task What_may_not_be_written_is_let_be_and_said_once()
    {
        room.Graph.Granted.Remove("Calendars.ReadWrite");

        Assert.Null(await calendars.Put(Ana, Entry() with { OpensMeeting = true }, default));
        Assert.Null(await calendars.Put(Ana, Entry() with { OpensMeeting = true }, default));
        await calendars.Remove(Ana, "pair-1", default);

        Assert.Contains("Calendars.ReadWrite", Assert.Single(room.Log.Lines), StringComparison.Ordinal);
        room.Graph.Granted.Add("Calendars.ReadWrite");
        await calendars.Put(Ana, Entry(), default);
        Assert.Single(room.Graph.EventsOf("ana"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_removal_that_is_refused_is_tried_again_until_it_is_granted(string refused)
    {
        await calendars.Put(Ana, Entry(), default);
        Refuse(refused, 403);
        for (var time = 0; time < 3; time++)
        {
            var unavailable = await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(Ana, "pair-1", default));
            Assert.Contains("Calendars.ReadWrite", unavailable.Message, StringComparison.Ordinal);
            room.Clock.Advance(Duration.FromHours(7));
        }

        room.Graph.Fault = _ => null;
        await calendars.Remove(Ana, "pair-1", default);

        Assert.Empty(room.Graph.EventsOf("ana"));
        Assert.Empty(room.Log.Lines);
    }

    [Fact]
    public async Task A_removal_that_is_refused_for_a_day_is_let_be_and_the_log_says_what_is_left_and_what_to_grant()
    {
        await calendars.Put(Ana, Entry(), default);
        Refuse("DELETE", 403);
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(Ana, "pair-1", default));
        room.Clock.Advance(Duration.FromHours(24));

        // As another process would, which has seen none of it.
        using var other = room.Calendars();
        await other.Remove(Ana, "pair-1", default);

        var line = Assert.Single(room.Log.Lines);
        foreach (var part in new[] { "still stands in the calendar of ana", "24 hours", "Calendars.ReadWrite", "They can delete it themselves" })
            Assert.Contains(part, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_removed_is_not_waited_for_when_the_permission_goes_later()
    {
        await calendars.Put(Ana, Entry(), default);
        await calendars.Remove(Ana, "pair-1", default);
        room.Graph.Granted.Remove("Calendars.ReadWrite");

        await calendars.Remove(Ana, "pair-1", default);
        room.Clock.Advance(Duration.FromHours(24));
        await calendars.Remove(Ana, "pair-1", default);

        Assert.DoesNotContain(room.Log.Lines, line => line.Contains("still stands", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_removed_and_is_wanted_again_is_the_same_event()
    {
        await calendars.Put(Ana, Entry(), default);
        var made = Assert.Single(room.Graph.EventsOf("ana")).Id;
        Refuse("DELETE", 403);
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(Ana, "pair-1", default));
        room.Graph.Fault = _ => null;

        await calendars.Put(Ana, Entry() with { Version = 2, Start = Start + Duration.FromHours(1) }, default);

        var moved = Assert.Single(room.Graph.EventsOf("ana"));
        Assert.Equal((made, Start + Duration.FromHours(1)), (moved.Id, moved.Start));
    }

    [Fact]
    public async Task A_mailbox_that_refuses_a_removal_is_out_of_reach_for_an_hour()
    {
        await calendars.Put(Ana, Entry(), default);
        Refuse("DELETE", 403);
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(Ana, "pair-1", default));

        Assert.IsNotType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));
        room.Clock.Advance(Duration.FromHours(1));
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));
    }

    [Fact]
    public async Task Where_nothing_could_be_written_no_removal_is_waited_for()
    {
        Refuse("POST", 403);
        await calendars.Put(Ana, Entry(), default);
        room.Graph.Granted.Remove("Calendars.ReadWrite");

        await calendars.Remove(Ana, "pair-1", default);

        Assert.Contains("was not written", Assert.Single(room.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_removed()
    {
        await calendars.Put(Ana, Entry(), default);
        Refuse("DELETE", 404, "ErrorItemNotFound");

        await calendars.Remove(Ana, "pair-1", default);

        Assert.Empty(room.Log.Lines);
    }

    [Fact]
    public async Task A_mailbox_that_may_be_read_but_not_written_is_out_of_reach_until_it_may()
    {
        room.Graph.Fault = question => question.Path.EndsWith("/events", StringComparison.Ordinal) ? new GraphFault.Answers(403, "ErrorAccessDenied") : null;
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));

        await calendars.Put(Ana, Entry(), default);
        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ben, Day, default));

        room.Clock.Advance(Duration.FromHours(1));
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));
        await calendars.Put(Ana, Entry(), default);
        room.Graph.Fault = _ => null;
        await calendars.Put(Ana, Entry(), default);
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));
    }

    [Fact]
    public async Task Without_the_directory_a_calendar_is_out_of_reach_and_what_is_booked_is_written_later()
    {
        room.Graph.Fault = question => question.Path == "/users/ana" ? new GraphFault.Answers(500, "Planted") : null;

        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(), default));
        Assert.Empty(room.Rows.All);
    }

    [Fact]
    public async Task Who_has_no_mailbox_is_out_of_reach_and_troubles_nobody_else()
    {
        room.Graph.Users["ana"].Mailbox = null;

        var readings = await calendars.Read([Ana, Ben], Day, default);
        Assert.IsType<CalendarReading.OutOfReach>(readings[0]);
        Assert.IsType<CalendarReading.Known>(readings[1]);

        Assert.Null(await calendars.Put(Ana, Entry(), default));
        await calendars.Remove(Ana, "pair-1", default);
    }

    [Fact]
    public async Task Throttled_it_waits_as_long_as_it_is_told()
    {
        var times = 0;
        room.Graph.Fault = question => question.Method == "POST" && times++ < 2 ? new GraphFault.Answers(429, "ApplicationThrottled", RetryAfter: 4) : null;

        await calendars.Put(Ana, Entry(), default);

        Assert.Single(room.Graph.EventsOf("ana"));
        Assert.Equal(2, room.Time.Waits.Count(wait => wait == TimeSpan.FromSeconds(4)));
    }

    [Theory]
    [InlineData(429, 120)]
    [InlineData(503, null)]
    [InlineData(500, null)]
    [InlineData(401, null)]
    public async Task An_outage_is_tried_again_later_when_writing_and_out_of_reach_when_reading(int status, int? retryAfter)
    {
        room.Graph.Fault = question => question.Path.Contains("/calendar", StringComparison.Ordinal) || question.Path.Contains("/events", StringComparison.Ordinal)
            ? new GraphFault.Answers(status, "Planted", retryAfter) : null;

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(), default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(Ana, "pair-1", default));
        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
        Assert.DoesNotContain(room.Time.Waits, wait => wait > TimeSpan.FromSeconds(10) && wait < TimeSpan.FromSeconds(30));

        room.Graph.Fault = _ => null;
        await calendars.Put(Ana, Entry(), default);
        Assert.Single(room.Graph.EventsOf("ana"));
    }

    [Fact]
    public async Task An_answer_that_is_nonsense_is_an_outage()
    {
        room.Graph.Fault = question => question.Method == "POST" ? new GraphFault.AnswersNonsense() : null;

        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(), default));
    }

    [Fact]
    public async Task Who_no_longer_waits_is_not_made_to()
    {
        using var patience = new CancellationTokenSource();
        room.Graph.Fault = question =>
        {
            if (question.Method != "POST")
                return null;
            patience.Cancel();
            return new GraphFault.Stalls();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calendars.Read(Ana, Day, patience.Token));
    }

    [Fact]
    public async Task Forged_ids_reach_no_route()
    {
        foreach (var id in new[] { "..", "a/b", "%2e%2e", "ana/manager", "ana?x", "", " ", "\ud83d", "é" })
        {
            Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(new PersonId(id), Day, default));
            Assert.Null(await calendars.Put(new(id), Entry(), default));
            await calendars.Remove(new(id), "pair-1", default);
        }

        Assert.Empty(room.Graph.Asked);
    }

    [Fact]
    public async Task The_text_of_an_entry_is_the_usual_one()
    {
        Assert.Contains("SUMMARY:Conversation with Ben Okafor", await calendars.TextOf(Entry() with { With = Ben, Subject = Confidential.From("Something of their own") }, default), StringComparison.Ordinal);
    }

    private void Refuse(string method, int status, string code = "ErrorAccessDenied") =>
        room.Graph.Fault = question => question.Method == method && question.Path.Contains("/events", StringComparison.Ordinal) ? new GraphFault.Answers(status, code) : null;

    private static CalendarEntry Entry() => new("pair-1", 1, Start, 45, null, null);

    private async Task<Availability> Known(PersonId person) => Assert.IsType<CalendarReading.Known>(await calendars.Read(person, Day, default)).Availability;
}
