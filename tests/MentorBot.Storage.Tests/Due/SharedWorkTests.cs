using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Due;

/// <summary>Workers that share what falls due by a queue: one finds, another looks, any of them may die, and the queue may be away.</summary>
public sealed class SharedWorkTests : IDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly FallingByHand falling = new();
    private readonly StorageRoom room;

    /// <summary>Makes decisions, and nudges nobody who works.</summary>
    private readonly StorageRoom elsewhere;

    public SharedWorkTests()
    {
        room = new(falling: falling);
        elsewhere = new(beside: room);
    }

    public void Dispose()
    {
        elsewhere.Dispose();
        room.Dispose();
    }

    [Fact]
    public async Task A_pointer_that_waits_to_be_looked_at_is_put_once_however_often_somebody_sweeps()
    {
        var look = new TaskCompletionSource<bool>();
        falling.OnTick = _ => look.Task;
        await WasDue(Ana);
        await using var running = new RunningWorker(room.Worker);
        await falling.Next();

        for (var sweep = 0; sweep < 3; sweep++)
            (await room.Timers.Next(BetweenSweeps)).Elapse();
        await room.Timers.Next(BetweenSweeps);
        Assert.Equal(1, room.Queue.Puts);

        look.SetResult(false);
        await Until(async () => (await room.Pointers()).IsEmpty && room.Queue.Count == 0);
    }

    [Fact]
    public async Task What_is_left_for_later_is_put_again_by_a_later_sweep()
    {
        // As a send that another worker is at, and may never finish.
        await elsewhere.Follows(Ana, new Consequence.Tell("kind", "subject", "1", Ana));
        await elsewhere.DiesSending(Of(Ana));
        room.Clock.Advance(Minute);
        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);
        await using var running = new RunningWorker(room.Worker);
        Assert.Equal(Of(Ana), await falling.Next());
        await Until(() => Task.FromResult(room.Queue.Count == 0));
        Assert.NotEmpty(await room.Pointers());

        room.Clock.Advance(Minute);
        room.Clock.Advance(Minute);
        await Until(async () =>
        {
            (await room.Timers.Next(BetweenSweeps)).Elapse();
            return (await room.Pointers()).IsEmpty;
        });

        Assert.Equal((2, 1), (room.Notices.Sent.Count, room.Counts.Doubts));
    }

    [Fact]
    public async Task Two_who_work_on_the_same_rows_both_have_a_part_in_it_and_do_everything_once()
    {
        var (theirs, started) = (new FallingByHand(), new CountdownEvent(2));
        using var other = new StorageRoom(beside: room, falling: theirs);
        falling.OnTick = Together(started);
        theirs.OnTick = Together(started);
        PersonId[] people = [.. Enumerable.Range(0, 120).Select(number => new PersonId($"person-{number}"))];
        foreach (var person in people)
            await elsewhere.Follows(person, new Consequence.Tell("kind", "subject", "1", person));
        room.Clock.Advance(Minute);

        await using (new RunningWorker(room.Worker))
        await using (new RunningWorker(other.Worker))
            await Until(async () => (await room.Pointers()).IsEmpty && room.Queue.Count == 0);

        Assert.Equal(people.Select(person => person.Value).Order(StringComparer.Ordinal), room.Notices.Sent.Select(notice => notice.Whom.Value).Order(StringComparer.Ordinal));
        Assert.NotEmpty(falling.Looked);
        Assert.NotEmpty(theirs.Looked);
        Assert.Equal((0, 0), (room.Counts.Doubts, other.Counts.Doubts));
        started.Dispose();
    }

    [Fact]
    public async Task What_fails_each_time_is_moved_an_hour_later_and_the_others_go_on_meanwhile()
    {
        falling.OnTick = partition => partition == Of(Ana) ? throw new InvalidDataException("damaged") : Task.FromResult(false);
        await WasDue(Ana);
        await using var running = new RunningWorker(room.Worker);
        Assert.Equal(Of(Ana), await falling.Next());

        // Others fall due, each a lease later; whoever is woken by them finds Ana's message again.
        PersonId[] others = [.. Enumerable.Range(1, Worker.MostTimes).Select(number => new PersonId($"person-{number}"))];
        foreach (var other in others)
        {
            room.Clock.Advance(Worker.Lease);
            await WasDue(other);
            (await room.Timers.Next(BetweenSweeps)).Elapse();
            await Until(async () => !(await room.Pointers()).Any(pointer => pointer.EndsWith(other.Value, StringComparison.Ordinal)));
            var tries = Math.Min(Array.IndexOf(others, other) + 2, Worker.MostTimes);
            await Until(() => Task.FromResult(falling.Looked.Count(looked => looked == Of(Ana)) == tries));
        }

        var later = DuePointers.KeyOf(Of(Ana), room.Clock.Now + Worker.OutOfTheWay);
        await Until(async () => room.Queue.Count == 0 && (await room.Pointers()) is [var left] && left == later);
        Assert.Equal(1 + others.Length, room.Queue.Puts);

        falling.OnTick = _ => Task.FromResult(false);
        room.Clock.Advance(Worker.OutOfTheWay + Minute);
        (await room.Timers.Next(BetweenSweeps)).Elapse();
        await Until(async () => (await room.Pointers()).IsEmpty);
    }

    [Fact]
    public async Task What_ends_each_process_that_looks_at_it_is_moved_an_hour_later_without_a_look()
    {
        await WasDue(Ana);
        await WasDue(Ben);
        await room.Queue.Put([Pointer(await room.Pointers(), Ana)], default);
        for (var death = 0; death < Worker.MostTimes; death++)
        {
            Assert.Single(await room.Queue.Take(32, Worker.Lease, default));
            room.Clock.Advance(Worker.Lease);
        }

        await room.Worker.RunUntilIdle(default);

        Assert.Equal([Of(Ben)], falling.Looked);
        Assert.Equal(DuePointers.KeyOf(Of(Ana), room.Clock.Now + Worker.OutOfTheWay), Assert.Single(await room.Pointers()));
        Assert.Equal(0, room.Queue.Count);
    }

    [Fact]
    public async Task What_somebody_took_and_died_with_is_done_at_once_by_whoever_starts_anew()
    {
        await WasDue(Ana);
        await room.Queue.Put([Pointer(await room.Pointers(), Ana)], default);
        Assert.Single(await room.Queue.Take(1, Worker.Lease, default));

        await room.Worker.RunUntilIdle(default);
        Assert.Equal([Of(Ana)], falling.Looked);
        Assert.Empty(await room.Pointers());

        // The message that they died with comes back to nothing.
        room.Clock.Advance(Worker.Lease);
        await WasDue(Ben);
        await room.Worker.RunUntilIdle(default);
        Assert.Equal([Of(Ana), Of(Ben)], falling.Looked);
        Assert.Equal(0, room.Queue.Count);
    }

    [Fact]
    public async Task Who_dies_between_the_look_and_the_end_of_it_leaves_nothing_undone_and_nothing_done_twice()
    {
        await elsewhere.Follows(Ana, new Consequence.Tell("kind", "subject", "1", Ana));
        room.Clock.Advance(Minute);
        var asked = 0;
        room.Queue.Before = () => ++asked > 2 ? throw new WorkQueueUnavailableException("dead") : Task.CompletedTask;
        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => room.Worker.RunUntilIdle(default));
        Assert.Equal(1, room.Queue.Count);

        room.Queue.Before = () => Task.CompletedTask;
        room.Clock.Advance(Worker.Lease);
        await WasDue(Ben);
        await elsewhere.Worker.RunUntilIdle(default);

        Assert.Single(room.Notices.Sent);
        Assert.Empty(await room.Pointers());
        Assert.Equal(0, room.Queue.Count);
    }

    [Fact]
    public async Task While_the_queue_is_out_of_reach_nudges_are_served_and_nothing_is_lost()
    {
        room.Queue.Before = () => throw new WorkQueueUnavailableException("out of reach");
        await WasDue(Ana);
        await using var running = new RunningWorker(room.Worker);
        (await room.Timers.Next(BetweenSweeps)).Elapse();

        await room.IsDue(Ben, room.Clock.Now);
        Assert.Equal(Of(Ben), await falling.Next());
        Assert.Equal(2, (await room.Pointers()).Length);

        room.Queue.Before = () => Task.CompletedTask;
        room.Clock.Advance(Minute);
        await UntilWithTime(async () => (await room.Pointers()).IsEmpty);
        Assert.Contains(Of(Ana), falling.Looked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_long_a_service_is_away_no_look_that_fails_of_it_is_counted_against_a_message(bool isTheDirectory)
    {
        falling.OnTick = _ => isTheDirectory ? throw new DirectoryUnavailableException("out of reach") : throw new RowStoreUnavailableException("out of reach");
        await WasDue(Ana);
        await using var running = new RunningWorker(room.Worker);
        for (var look = 0; look < 2 * Worker.MostTimes; look++)
        {
            await UntilWithTime(() => Task.FromResult(falling.Looked.Count > look));
            room.Clock.Advance(Minute);
        }

        // Each look was at a message of its own, and none was left to come back when its lease is over. One look may have followed a
        // nudge, and one message may be on its way.
        var looks = falling.Looked.Count;
        Assert.InRange(room.Queue.Puts, looks - 1, looks + 1);
        falling.OnTick = _ => Task.FromResult(false);
        await UntilWithTime(async () => (await room.Pointers()).IsEmpty && room.Queue.Count == 0);
    }

    [Fact]
    public async Task Not_even_the_pointer_need_be_readable_for_a_message_to_be_handed_back()
    {
        room.Watched.BeforeGet = _ => throw new RowStoreUnavailableException("out of reach");
        await WasDue(Ana);
        await using var running = new RunningWorker(room.Worker);
        for (var times = 0; times < 2 * Worker.MostTimes; times++)
        {
            await UntilWithTime(() => Task.FromResult(room.Queue.Puts > times));
            room.Clock.Advance(Minute);
        }

        Assert.Empty(falling.Looked);
        room.Watched.BeforeGet = _ => Task.CompletedTask;
        await UntilWithTime(async () => (await room.Pointers()).IsEmpty && room.Queue.Count == 0);
        Assert.Contains(Of(Ana), falling.Looked);
    }

    [Fact]
    public async Task What_one_service_keeps_from_being_seen_to_holds_up_nothing_else()
    {
        falling.OnTick = partition => partition == Of(Ben) ? Task.FromResult(false) : throw new RowStoreUnavailableException("its key cannot be unwrapped just now");
        foreach (var number in Enumerable.Range(0, 40))
            await WasDue(new PersonId($"person-{number}"));
        await using var running = new RunningWorker(room.Worker);
        await falling.Next();

        await WasDue(Ben);
        await UntilWithTime(() => Task.FromResult(falling.Looked.Contains(Of(Ben))));
    }

    [Fact]
    public async Task Who_finds_nothing_to_take_asks_less_and_less_often()
    {
        await using var running = new RunningWorker(room.Worker);
        var timers = new List<Testing.Time.TimersByHand.Started>();
        for (var timer = 0; timer < 5; timer++)
            timers.Add(await room.Timers.Next());
        Assert.Equal([1, 1, 1, 1, 5], timers.Select(timer => timer.Due.TotalSeconds).Order());

        var one = timers.First(timer => timer.Due.TotalSeconds == 1);
        foreach (var seconds in new[] { 2, 4, 8, 10, 10 })
        {
            one.Elapse();
            one = await room.Timers.Next();
            Assert.Equal(seconds, one.Due.TotalSeconds);
        }
    }

    private static Func<Partition, Task<bool>> Together(CountdownEvent started)
    {
        var isFirst = 1;
        return async _ =>
        {
            if (Interlocked.Exchange(ref isFirst, 0) == 1)
                started.Signal();
            await Task.Run(() => started.Wait(FallingByHand.Patience));
            return false;
        };
    }

    private static DuePointer Pointer(IEnumerable<string> pointers, PersonId person) =>
        new(DuePointers.ShardOf(Of(person)), pointers.Single(key => key.EndsWith(person.Value, StringComparison.Ordinal)));

    /// <summary>Long enough for any sweep to find it.</summary>
    private Task WasDue(PersonId person) => elsewhere.IsDue(person, room.Clock.Now - Minute);

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(FallingByHand.Patience);
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
    }

    /// <summary>Whoever waits after a failure, or between sweeps, has waited long enough.</summary>
    private async Task UntilWithTime(Func<Task<bool>> isSo)
    {
        using var enough = new CancellationTokenSource();
        var elapsing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
                (await room.Timers.Next()).Elapse();
        });
        await Until(isSo);
        await enough.CancelAsync();
        _ = elapsing;
    }
}
