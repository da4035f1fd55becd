using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Deciding;

/// <summary>
/// The one door to the store's transactions: read, decide, write the due pointers, then one transaction; and decide
/// again, on what is there by then, when somebody else was faster.
/// </summary>
/// <remarks>
/// The pointer goes first: a crash in between wakes a worker for nothing, which is harmless, while the other order could
/// leave something due that nobody ever looks at. Nobody else calls the store's <c>Transact</c>, and nobody sees an ETag.
/// </remarks>
public sealed class Decisions(IRowStore store, Nudges nudges)
{
    /// <summary>Each conflict means that somebody else's decision went through, so this bounds how many may go first.</summary>
    private const int MostAttempts = 32;

    /// <param name="read">Reads what the decision depends on; asked again after a conflict.</param>
    /// <param name="decide">Decides. Every row that it read and relies on is replaced or deleted under its ETag, or inserted.</param>
    /// <exception cref="RowStoreUnavailableException">The store is out of reach, or the partition stayed contended.</exception>
    public async Task<TOutcome> Run<TState, TOutcome>(
        Partition partition,
        Func<CancellationToken, Task<TState>> read,
        Func<TState, CancellationToken, ValueTask<Plan<TOutcome>>> decide,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var state = await read(cancellationToken);
            var plan = await decide(state, cancellationToken);
            if (plan.Writes.IsEmpty)
                return plan.Outcome;

#pragma warning disable RS0030 // This is the door.
            if (!plan.LookAt.IsEmpty)
                await store.Transact(DuePointers.ShardOf(partition), DuePointers.PointAt(partition, plan.LookAt), cancellationToken);

            if (await store.Transact(partition, plan.Writes, cancellationToken) is Commit.Done)
            {
                if (!plan.LookAt.IsEmpty)
                    nudges.Nudge(partition);
                return plan.Outcome;
            }
#pragma warning restore RS0030
        }

        throw new RowStoreUnavailableException($"{partition.Table}: still contended after {MostAttempts} attempts.");
    }
}
