using System.Collections.Concurrent;
using MentorBot.Storage.Rows;

namespace MentorBot.Testing.Rows;

/// <summary>Writes down what a store is asked for, in order: "get People offer", "range Due 000…", "transact People offer -outbox-…" (deletes with a minus).</summary>
public sealed class WatchedRowStore(IRowStore inner) : IRowStore
{
    private readonly ConcurrentQueue<string> calls = new();

    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Runs before a point read of this key: the place for somebody else to be faster.</summary>
    public Func<string, Task> BeforeGet { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before a transaction: it may throw, as where the process ends.</summary>
    public Action<Partition> BeforeTransact { get; set; } = _ => { };

    public async Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
    {
        calls.Enqueue($"get {partition.Table} {key}");
        await BeforeGet(key);
        return await inner.Get(partition, key, cancellationToken);
    }

    public IAsyncEnumerable<Row> Range(Partition partition, string from, string to, CancellationToken cancellationToken)
    {
        calls.Enqueue($"range {partition.Table} {from}");
        return inner.Range(partition, from, to, cancellationToken);
    }

    public Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        calls.Enqueue($"transact {partition.Table} {string.Join(' ', writes.Select(write => write is Write.Delete ? "-" + write.Key : write.Key))}");
        BeforeTransact(partition);
        return inner.Transact(partition, writes, cancellationToken);
    }

    public void Forget() => calls.Clear();
}
