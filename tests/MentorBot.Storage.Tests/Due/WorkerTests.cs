using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Due;

public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    private readonly FallingByHand falling = new();
    private readonly StorageRoom room;

    public WorkerTests() => room = new(falling: falling);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_is_due_is_looked_at_and_what_is_not_is_left()
    {
        await room.IsDue(Ana, room.Clock.Now);
        await room.IsDue(Ben, room.Clock.Now + Duration.FromHours(1));

        await room.Worker.RunUntilIdle(default);
        Assert.Equal([Of(Ana)], falling.Looked);

        room.Clock.Advance(Duration.FromHours(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal([Of(Ana), Of(Ben)], falling.Looked.Distinct());
    }

    [Fact]
    public async Task Something_is_not_due_a_millisecond_before_its_time()
    {
        await room.IsDue(Ana, room.Clock.Now + Duration.FromMilliseconds(1));

        await room.Worker.RunUntilIdle(default);

        Assert.Empty(falling.Looked);
    }

    [Fact]
    public async Task What_falls_due_is_asked_only_about_its_own_table()
    {
        await room.Decisions.Run(
            PartitionOf.Matching(Contoso),
            _ => Task.FromResult(0),
            (_, _) => ValueTask.FromResult(new Storage.Deciding.Plan<int>(0, [new Write.Upsert("row", new PropertyBag().Properties)], [room.Clock.Now])),
            default);

        await room.Worker.RunUntilIdle(default);

        Assert.Empty(falling.Looked);
    }

    [Fact]
    public async Task Young_pointers_are_never_removed_for_their_change_may_be_on_its_way()
    {
        await room.IsDue(Ana, room.Clock.Now);

        room.Clock.Advance(Duration.FromSeconds(30));
        await room.Worker.RunUntilIdle(default);
        Assert.Single(await room.Pointers());

        room.Clock.Advance(Duration.FromSeconds(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Empty(await room.Pointers());
    }

    [Fact]
    public async Task What_waits_for_its_next_attempt_has_a_pointer_to_that_time_and_no_other()
    {
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.TryAgain(Duration.FromHours(1), InDoubt: false));
        await room.Follows(Ana, new Consequence.Tell("kind", "subject", "1", Ana));
        await room.Worker.RunUntilIdle(default);
        var next = DuePointers.KeyOf(Of(Ana), room.Clock.Now + Duration.FromHours(1));

        room.Clock.Advance(Duration.FromMinutes(30));
        await room.Worker.RunUntilIdle(default);

        Assert.Equal(next, Assert.Single(await room.Pointers()));
    }

    [Fact]
    public async Task A_pointer_that_was_written_anew_while_it_was_looked_at_stays()
    {
        var due = room.Clock.Now;
        await room.IsDue(Ana, due);
        room.Clock.Advance(Duration.FromMinutes(1));
        falling.OnTick = async _ =>
        {
            await room.IsDue(Ana, due);
            return false;
        };

        await room.Worker.RunUntilIdle(default);

        Assert.Single(await room.Pointers());
    }

    [Fact]
    public async Task One_broken_partition_does_not_stop_the_others_and_keeps_its_pointer()
    {
        PersonId[] people = [.. Enumerable.Range(0, 40).Select(number => new PersonId($"person-{number}"))];
        foreach (var person in people)
            await room.IsDue(person, room.Clock.Now);
        falling.OnTick = partition => partition == Of(people[7]) ? throw new InvalidDataException("damaged") : Task.FromResult(false);

        room.Clock.Advance(Duration.FromMinutes(1));
        await room.Worker.RunUntilIdle(default);

        Assert.Equal(people.Select(Of).ToHashSet(), falling.Looked.ToHashSet());
        Assert.EndsWith("person-7", Assert.Single(await room.Pointers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_the_rows_ends_the_sweep_and_is_told()
    {
        await room.IsDue(Ana, room.Clock.Now);
        falling.OnTick = _ => throw new RowStoreUnavailableException("out of reach");

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => room.Worker.RunUntilIdle(default));
    }

    [Fact]
    public async Task Running_until_idle_does_everything_that_follows_and_then_ends()
    {
        var left = 5;
        falling.OnTick = async partition =>
        {
            if (partition != Of(Ana) || left-- <= 0)
                return false;
            await room.IsDue(left == 0 ? Ben : Ana, room.Clock.Now);
            return true;
        };
        await room.IsDue(Ana, room.Clock.Now);

        await room.Worker.RunUntilIdle(default).WaitAsync(FallingByHand.Patience);

        Assert.Contains(Of(Ben), falling.Looked);
    }

    [Fact]
    public async Task Running_until_idle_ends_although_something_cannot_be_delivered()
    {
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.TryAgain(null, InDoubt: false));
        await room.Follows(Ana, new Consequence.Tell("kind", "subject", "1", Ana));

        await room.Worker.RunUntilIdle(default).WaitAsync(FallingByHand.Patience);

        Assert.Single(room.Notices.Sent);
    }

    [Fact]
    public async Task Two_workers_at_once_never_deliver_the_same_occasion_twice()
    {
        using var other = new StorageRoom(beside: room);
        room.Rows.BeforeGet = async _ => await Task.Yield();
        room.Rows.BeforeTransact = async _ => await Task.Yield();
        room.Notices.Becomes = async _ =>
        {
            await Task.Yield();
            return NoticesByHand.Finished;
        };
        for (var number = 0; number < 30; number++)
            await room.Follows(Ana, new Consequence.Tell("kind", $"subject-{number}", "1", Ana), new Consequence.Tell("kind", $"subject-{number}", "1", Ben));

        await Task.WhenAll(
            Task.Run(() => room.Worker.RunUntilIdle(default)),
            Task.Run(() => other.Worker.RunUntilIdle(default)),
            Task.Run(() => other.Worker.RunUntilIdle(default)));
        await room.Worker.RunUntilIdle(default);

        Assert.Equal((60, 60), (room.Notices.Sent.Count, room.Notices.Sent.Distinct().Count()));
        Assert.Equal((0, 0), (room.Counts.Doubts, other.Counts.Doubts));
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task A_nudge_is_served_at_once_without_waiting_for_a_sweep()
    {
        await using var running = Start();
        await room.Timers.Next(BetweenSweeps);

        await room.IsDue(Ana, room.Clock.Now);

        Assert.Equal(Of(Ana), await falling.Next());
    }

    [Fact]
    public async Task A_sweep_finds_what_nobody_was_nudged_about_and_after_the_first_leaves_young_pointers_to_those_who_were()
    {
        using var other = new StorageRoom(beside: room);
        await other.IsDue(Ana, room.Clock.Now);

        await using var running = Start();
        Assert.Equal(Of(Ana), await falling.Next());

        await other.IsDue(Ben, room.Clock.Now);
        (await room.Timers.Next(BetweenSweeps)).Elapse();
        var untilNextSweep = await room.Timers.Next(BetweenSweeps);
        Assert.Equal([Of(Ana)], falling.Looked);

        // That of Ana was young as well, and stays until it is old.
        room.Clock.Advance(Duration.FromMinutes(1));
        untilNextSweep.Elapse();
        Assert.Equal([Of(Ana), Of(Ben)], new[] { await falling.Next(), await falling.Next() }.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_a_failure_it_waits_and_then_goes_on()
    {
        await using var running = Start();
        await room.Timers.Next(BetweenSweeps);
        falling.OnTick = _ => throw new RowStoreUnavailableException("out of reach");
        await room.IsDue(Ana, room.Clock.Now);
        Assert.Equal(Of(Ana), await falling.Next());

        var waiting = await room.Timers.Next(BetweenSweeps);
        Assert.Single(falling.Looked);

        falling.OnTick = _ => Task.FromResult(false);
        waiting.Elapse();
        await room.IsDue(Ben, room.Clock.Now);
        Assert.Equal(Of(Ben), await falling.Next());
    }

    [Fact]
    public async Task It_can_be_stopped_while_it_waits_after_a_failure()
    {
        var running = Start();
        await room.Timers.Next(BetweenSweeps);
        falling.OnTick = _ => throw new RowStoreUnavailableException("out of reach");
        await room.IsDue(Ana, room.Clock.Now);
        await falling.Next();
        await room.Timers.Next(BetweenSweeps);

        await running.DisposeAsync();
    }

    private RunningWorker Start() => new(room.Worker);
}
