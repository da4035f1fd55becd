using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>A bot's own rows, as long as it lives.</summary>
internal sealed class MortalStore(IRowStore inner, Journal journal, Life life) : IRowStore, IAsyncDisposable
{
    public Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
    {
        life.MustLast();
        return inner.Get(partition, key, cancellationToken);
    }

    public async IAsyncEnumerable<Row> Range(Partition partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        life.MustLast();
        await foreach (var row in inner.Range(partition, from, to, cancellationToken))
        {
            life.MustLast();
            yield return row;
        }
    }

    public async Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        life.MustLast();
        var dies = journal.Enter(partition, writes);
        if (dies == CrashMoment.Before)
            life.End();
        life.MustLast();

        var commit = await inner.Transact(partition, writes, cancellationToken);
        if (dies == CrashMoment.After)
            life.End();
        life.MustLast();
        return commit;
    }

    public ValueTask DisposeAsync() => inner is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
}
