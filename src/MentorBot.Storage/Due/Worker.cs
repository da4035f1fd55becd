using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Storage.Due;

/// <summary>
/// Looks at partitions when their time has come: does what falls due there, and carries out what waits in their outbox.
/// Any number of workers may run, in one process or in many: each sweeps for what has fallen due and puts it on the queue, and all
/// of them take from there.
/// </summary>
public sealed partial class Worker(
    IRowStore store,
    Decisions decisions,
    Postman postman,
    IEnumerable<IFallsDue> falling,
    Nudges nudges,
    IWorkQueue queue,
    IClock clock,
    TimeProvider time,
    ILogger<Worker> logger)
{
    /// <summary>How long a message is hidden from others while it is seen to. A look that takes longer is made twice, which claims in the outbox make harmless.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>A message taken more often than this holds something up: its pointer is moved out of the way.</summary>
    public const int MostTimes = 5;

    /// <summary>How far.</summary>
    public static readonly Duration OutOfTheWay = Duration.FromHours(1);

    /// <summary>
    /// A pointer is written before the change that it points to, so a young one may point to a change that is still on its way.
    /// Sweeps leave young ones alone, and nobody removes them; whoever made the change has nudged a worker of their own.
    /// </summary>
    private static readonly Duration Young = Duration.FromSeconds(30);

    private const int SideBySide = 4;
    private const int AtOnce = 4;
    private const int AtOnceAtRest = 32;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(10);

    private readonly ILookup<Table, IFallsDue> falling = falling.ToLookup(one => one.Table);

    // Until the message has been taken its most times: one put beside it would begin to count anew.
    private readonly Sweeper sweeper = new(store, queue, Lease * (MostTimes + 1), clock);

    /// <summary>Works until cancelled: at once when nudged, a few side by side so that one slow chat holds up no other; and by sweeping every few seconds.</summary>
    public Task Run(CancellationToken cancellationToken) => Task.WhenAll(
    [
        SweepNowAndThen(cancellationToken),
        .. Enumerable.Range(0, SideBySide).Select(_ => FollowNudges(cancellationToken)),
        .. Enumerable.Range(0, SideBySide).Select(_ => TakeTurns(cancellationToken)),
    ]);

    /// <summary>Does everything that is due by now and everything that follows from it, then returns.</summary>
    public async Task RunUntilIdle(CancellationToken cancellationToken)
    {
        bool didSomething;
        do
        {
            while (nudges.Reader.TryRead(out _))
            {
                // Each nudge has its pointer, and this sweep takes the young ones, too.
            }

            // What was put before may be in the hands of somebody who has died.
            sweeper.ForgetAll();
            didSomething = false;
            if (await sweeper.Sweep(clock.GetCurrentInstant(), cancellationToken) > 0)
                while (await queue.Take(AtOnceAtRest, Lease, cancellationToken) is { Count: > 0 } taken)
                    foreach (var message in taken)
                        didSomething |= await Handle(message, cancellationToken);
        }
        while (didSomething);
    }

    private async Task SweepNowAndThen(CancellationToken cancellationToken)
    {
        // At the start young ones as well: whoever wrote them, this bot heard of none.
        var leaves = Duration.Zero;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await Guard(() => sweeper.Sweep(clock.GetCurrentInstant() - leaves, cancellationToken), cancellationToken))
                leaves = Young;
            await Wait(BetweenSweeps, cancellationToken);
        }
    }

    private async Task FollowNudges(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            await Guard(async () => await Look(await nudges.Reader.ReadAsync(cancellationToken), cancellationToken), cancellationToken);
    }

    private async Task TakeTurns(CancellationToken cancellationToken)
    {
        var idle = ShortestIdle;
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = sweeper.Next;
            IReadOnlyList<DueMessage> taken = [];
            if (!await Guard(async () => taken = await queue.Take(AtOnce, Lease, cancellationToken), cancellationToken))
                continue;

            var went = true;
            foreach (var message in taken)
                went &= await Try(() => Handle(message, cancellationToken), cancellationToken);
            if (!went)
                await Wait(BetweenSweeps, cancellationToken);

            if (taken.Count > 0)
            {
                idle = ShortestIdle;
                continue;
            }

            using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Wait(idle, woken.Token));
            await woken.CancelAsync();
            idle = idle * 2 < LongestIdle ? idle * 2 : LongestIdle;
        }
    }

    /// <summary>After a failure it waits: what is out of reach is not asked again at once.</summary>
    /// <returns>Whether it went well.</returns>
    private async Task<bool> Guard(Func<Task> work, CancellationToken cancellationToken)
    {
        var went = await Try(work, cancellationToken);
        if (!went)
            await Wait(BetweenSweeps, cancellationToken);
        return went;
    }

    private async Task<bool> Try(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (OutageException outage) when (!cancellationToken.IsCancellationRequested)
        {
            LogAway(logger, outage.Message);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, problem);
        }
        catch (Exception)
        {
            // The bot stops.
        }

        return false;
    }

    private async Task Wait(TimeSpan delay, CancellationToken cancellationToken) =>
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>
    /// A message whose look fails is not done: it comes back when its lease is over, and the others get their turn. An outage is not
    /// the message's fault, and is not counted: the message goes, and the next sweep that reaches the rows puts its pointer anew.
    /// </summary>
    /// <returns>Whether anything was carried out.</returns>
    private async Task<bool> Handle(DueMessage message, CancellationToken cancellationToken)
    {
        Round? round;
        try
        {
            round = await SeeTo(message, cancellationToken);
        }
        catch (OutageException)
        {
            await End(message, cancellationToken);
            throw;
        }

        if (round is not { } looked)
            return false;
        await End(message, cancellationToken);
        return looked.DidSomething;
    }

    private async Task End(DueMessage message, CancellationToken cancellationToken)
    {
        await queue.Done(message, cancellationToken);
        sweeper.Forget(message.Due);
    }

    /// <returns>Null when the look failed.</returns>
    private async Task<Round?> SeeTo(DueMessage message, CancellationToken cancellationToken)
    {
        var pointer = message.Due;
        if (await store.Get(pointer.Shard, pointer.Key, cancellationToken) is not { } row)
            return Round.Nothing;
        if (message.Times > MostTimes)
        {
            await MoveOutOfTheWay(message, cancellationToken);
            return Round.Nothing;
        }

        var round = await Look(pointer.PointsTo, cancellationToken);
        if (round is { Leaves: false } && string.CompareOrdinal(pointer.Key, DuePointers.Until(clock.GetCurrentInstant() - Young)) < 0)
            await Remove(pointer, row.ETag, cancellationToken);
        return round;
    }

    /// <summary>A failure in one partition stays there: its pointers stay too. An outage is everybody's.</summary>
    /// <returns>Null when it failed.</returns>
    private async Task<Round?> Look(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            var round = Round.Nothing;
            foreach (var one in falling[partition.Table])
                if (await one.Tick(partition, cancellationToken))
                    round += Round.Worked;
            return round + await postman.Deliver(partition, cancellationToken);
        }
        catch (Exception problem) when (problem is not OutageException && !cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(logger, problem, partition.Table);
            return null;
        }
    }

    private Task<bool> Remove(DuePointer pointer, string etag, CancellationToken cancellationToken) => decisions.Run(
        pointer.Shard,
        token => store.Get(pointer.Shard, pointer.Key, token),
        (row, _) => ValueTask.FromResult(row?.ETag == etag ? Plan.Of(true, new Write.Delete(pointer.Key, etag)) : Plan.Nothing(false)),
        cancellationToken);

    private async Task MoveOutOfTheWay(DueMessage message, CancellationToken cancellationToken)
    {
        var pointer = message.Due;
        var later = DuePointers.PointAt(pointer.PointsTo, [clock.GetCurrentInstant() + OutOfTheWay]);
        await decisions.Run(
            pointer.Shard,
            token => store.Get(pointer.Shard, pointer.Key, token),
            (row, _) => ValueTask.FromResult(row is null ? Plan.Nothing(false) : Plan.Of(true, [new Write.Delete(row.Key, row.ETag), .. later])),
            cancellationToken);
        LogOutOfTheWay(logger, pointer.PointsTo.Table, message.Times - 1, OutOfTheWay.TotalMinutes);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A partition of {Table} could not be looked at; it is tried again.")]
    private static partial void LogLookFailed(ILogger logger, Exception problem, Table table);

    [LoggerMessage(Level = LogLevel.Error, Message = "A partition of {Table} was tried {Times} times and never seen to; it is tried again in {Minutes} minutes.")]
    private static partial void LogOutOfTheWay(ILogger logger, Table table, long times, double minutes);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not go on and waits a little: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not go on and waits a little.")]
    private static partial void LogFailed(ILogger logger, Exception problem);
}
