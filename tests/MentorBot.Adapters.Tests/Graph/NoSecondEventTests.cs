using MentorBot.Adapters.Graph;
using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Rows;
using NodaTime;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>Wherever a process ends on the way, and whatever is asked again: one booking is one event in a mailbox.</summary>
public sealed class NoSecondEventTests
{
    private static readonly PersonId Ana = new("ana");
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 10, 0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Booked_moved_cancelled_and_booked_again_it_is_one_event_wherever_a_process_ends_on_the_way(bool refusesRepetitions)
    {
        var deaths = 0;
        for (var step = 1; await Happens(step, refusesRepetitions); step++)
            deaths = step;

        Assert.Equal(12, deaths); // Seven times something is written down, five times the mailbox is asked.
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_retry_after_a_lost_answer_finds_the_same_event(bool refusesRepetitions)
    {
        await using var room = await Room(refusesRepetitions);
        var lost = 0;
        room.Graph.Fault = question => question is { Method: "POST" or "PATCH" or "DELETE" } && lost++ % 2 == 0 ? new GraphFault.LosesTheAnswer() : null;
        using var calendars = room.Calendars();

        await calendars.Put(Ana, Entry(1, 0), default);
        await calendars.Put(Ana, Entry(2, 1), default);
        Assert.Equal(Start + Duration.FromHours(1), Assert.Single(room.Graph.EventsOf("ana")).Start);

        await calendars.Remove(Ana, "pair-1", default);
        Assert.Empty(room.Graph.EventsOf("ana"));
        Assert.InRange(lost, 6, 20);
    }

    [Fact]
    public async Task Moved_while_nobody_knew_whether_it_was_made_it_is_that_event_at_its_later_time()
    {
        foreach (var refuses in new[] { false, true })
        {
            await using var room = await Room(refuses);
            using var calendars = room.Calendars();
            room.Graph.Fault = question => question.Method == "POST" ? new GraphFault.LosesTheAnswer() : null;
            await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(1, 0), default));

            room.Graph.Fault = _ => null;
            await calendars.Put(Ana, Entry(2, 3), default);

            Assert.Equal(Start + Duration.FromHours(3), Assert.Single(room.Graph.EventsOf("ana")).Start);
        }
    }

    [Fact]
    public async Task Removed_while_another_process_was_making_it_nothing_is_left()
    {
        await using var room = await Room(refusesRepetitions: false);
        using var one = room.Calendars();
        using var other = room.Calendars();
        using var reached = new SemaphoreSlim(0);
        using var removed = new SemaphoreSlim(0);
        room.Graph.Fault = question =>
        {
            if (question is { Method: "POST" } && reached.CurrentCount == 0 && removed.CurrentCount == 0 && room.Graph.EventsOf("ana").IsEmpty)
            {
                room.Graph.Fault = _ => null;
                reached.Release();
                removed.Wait();
            }

            return null;
        };

        var making = Task.Run(() => one.Put(Ana, Entry(1, 0), default));
        await reached.WaitAsync();
        await other.Remove(Ana, "pair-1", default);
        removed.Release();
        await making;
        await one.Remove(Ana, "pair-1", default);

        Assert.Empty(room.Graph.EventsOf("ana"));
    }

    [Fact]
    public async Task What_its_owner_deleted_is_made_anew_by_a_later_version()
    {
        await using var room = await Room(refusesRepetitions: true);
        using var calendars = room.Calendars();
        await calendars.Put(Ana, Entry(1, 0), default);
        var first = Assert.Single(room.Graph.EventsOf("ana"));
        room.Graph.Delete("ana", first.Id);

        await calendars.Put(Ana, Entry(2, 4), default);

        var second = Assert.Single(room.Graph.EventsOf("ana"));
        Assert.Equal(Start + Duration.FromHours(4), second.Start);
        Assert.NotEqual(first.TransactionId, second.TransactionId);
    }

    [Fact]
    public async Task What_its_owner_deleted_before_anybody_knew_of_it_is_made_anew()
    {
        await using var room = await Room(refusesRepetitions: false);
        using var calendars = room.Calendars();
        room.Graph.Fault = question => question.Method == "POST" ? new GraphFault.LosesTheAnswer() : null;
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(1, 0), default));
        room.Graph.Delete("ana", Assert.Single(room.Graph.EventsOf("ana")).Id);
        room.Graph.Fault = _ => null;

        await calendars.Put(Ana, Entry(1, 0), default);

        Assert.Single(room.Graph.EventsOf("ana"));
    }

    /// <summary>Ends the process at this step, then goes on with another one.</summary>
    /// <returns>False when everything was done before that step came.</returns>
    private static async Task<bool> Happens(int dies, bool refusesRepetitions)
    {
        await using var room = await Room(refusesRepetitions);
        using var death = new CancellationTokenSource();
        var steps = 0;
        var rows = new WatchedRowStore(room.Rows) { BeforeTransact = _ => Step() };
        room.Graph.Fault = question =>
        {
            if (question.Method == "GET" && !question.Path.EndsWith("/events", StringComparison.Ordinal))
                return null;
            Step();
            return death.IsCancellationRequested && steps == dies ? new GraphFault.LosesTheAnswer() : null;
        };

        var wasKilled = false;
        Func<GraphCalendars, CancellationToken, Task>[] story =
        [
            (calendars, token) => calendars.Put(Ana, Entry(1, 0), token),
            (calendars, token) => calendars.Put(Ana, Entry(2, 2), token),
            (calendars, token) => calendars.Remove(Ana, "pair-1", token),
            (calendars, token) => calendars.Put(Ana, Entry(3, 5), token),
        ];
        using var first = room.Calendars(rows: rows);
        using var second = room.Calendars();
        foreach (var (number, part) in story.Index())
        {
            try
            {
                await part(wasKilled ? second : first, wasKilled ? default : death.Token);
            }
            catch (OperationCanceledException)
            {
                wasKilled = true;
                await part(second, default);
            }

            Instant[] expected = number switch { 0 => [Start], 1 => [Start + Duration.FromHours(2)], 2 => [], _ => [Start + Duration.FromHours(5)] };
            Assert.Equal(expected, room.Graph.EventsOf("ana").Select(one => one.Start));
        }

        return wasKilled;

        void Step()
        {
            if (++steps != dies)
                return;
            death.Cancel();
        }
    }

    private static async Task<GraphRoom> Room(bool refusesRepetitions)
    {
        var room = await GraphRoom.Open();
        room.Graph.Add(new LocalUser("ana"));
        room.Graph.RefusesRepetitions = refusesRepetitions;
        return room;
    }

    private static CalendarEntry Entry(int version, int hour) => new("pair-1", version, Start + Duration.FromHours(hour), 60, null, null) { OpensMeeting = true };
}
