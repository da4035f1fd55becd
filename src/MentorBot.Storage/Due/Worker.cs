using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Storage.Due;

/// <summary>
/// Looks at partitions when their time has come: does what falls due there, and carries out what waits in their outbox.
/// Any number of workers may run, in one process or in many.
/// </summary>
public sealed partial class Worker(
    IRowStore store,
    Decisions decisions,
    Postman postman,
    IEnumerable<IFallsDue> falling,
    Nudges nudges,
    IClock clock,
    TimeProvider time,
    ILogger<Worker> logger)
{
    /// <summary>
    /// A pointer is written before the change that it points to, so a young one may point to a change that is still on its way.
    /// Sweeps leave young ones alone, and nobody removes them; whoever made the change has nudged a worker of their own.
    /// </summary>
    private static readonly Duration Young = Duration.FromSeconds(30);

    private const int SideBySide = 4;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    private readonly ILookup<Table, IFallsDue> falling = falling.ToLookup(one => one.Table);

    /// <summary>Works until cancelled: at once when nudged, a few side by side so that one slow chat holds up no other; and by sweeping every few seconds.</summary>
    public Task Run(CancellationToken cancellationToken) => Task.WhenAll(
        [SweepNowAndThen(cancellationToken), .. Enumerable.Range(0, SideBySide).Select(_ => FollowNudges(cancellationToken))]);

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

            didSomething = await Sweep(clock.GetCurrentInstant(), cancellationToken);
        }
        while (didSomething);
    }

    private async Task SweepNowAndThen(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Guard(() => Sweep(clock.GetCurrentInstant() - Young, cancellationToken), cancellationToken);
            await Wait(cancellationToken);
        }
    }

    private async Task FollowNudges(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            await Guard(async () => await Look(await nudges.Reader.ReadAsync(cancellationToken), cancellationToken), cancellationToken);
    }

    /// <summary>After a failure it waits: what is out of reach is not asked again at once.</summary>
    private async Task Guard(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, problem);
            await Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private async Task Wait(CancellationToken cancellationToken) =>
        await Task.Delay(BetweenSweeps, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<bool> Sweep(Instant upTo, CancellationToken cancellationToken)
    {
        var didSomething = false;
        for (var number = 0; number < DuePointers.Shards; number++)
        {
            var shard = DuePointers.Shard(number);
            await foreach (var pointer in store.Range(shard, "", DuePointers.Until(upTo + Duration.FromMilliseconds(1)), cancellationToken))
            {
                var round = await Look(DuePointers.PartitionOf(pointer.Key), cancellationToken);
                didSomething |= round.DidSomething;
                if (!round.Leaves && string.CompareOrdinal(pointer.Key, DuePointers.Until(clock.GetCurrentInstant() - Young)) < 0)
                    await Remove(shard, pointer, cancellationToken);
            }
        }

        return didSomething;
    }

    /// <summary>A failure in one partition stays there: its pointers stay too, and the others get their turn.</summary>
    private async Task<Round> Look(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            var round = Round.Nothing;
            foreach (var one in falling[partition.Table])
                if (await one.Tick(partition, cancellationToken))
                    round += Round.Worked;
            return round + await postman.Deliver(partition, cancellationToken);
        }
        catch (Exception problem) when (problem is not RowStoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(logger, problem, partition.Table);
            return Round.Waits;
        }
    }

    private Task<bool> Remove(Partition shard, Row pointer, CancellationToken cancellationToken) => decisions.Run(
        shard,
        token => store.Get(shard, pointer.Key, token),
        (row, _) => ValueTask.FromResult(row?.ETag == pointer.ETag ? Plan.Of(true, new Write.Delete(pointer.Key, pointer.ETag)) : Plan.Nothing(false)),
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A partition of {Table} could not be looked at; it is tried again.")]
    private static partial void LogLookFailed(ILogger logger, Exception problem, Table table);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not go on and waits a little.")]
    private static partial void LogFailed(ILogger logger, Exception problem);
}
