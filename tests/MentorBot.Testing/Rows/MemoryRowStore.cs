using System.Globalization;
using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;

namespace MentorBot.Testing.Rows;

/// <summary>Rows in memory, for tests of what stands on a row store. It keeps the contract of <see cref="IRowStore"/>, refusals included.</summary>
public sealed class MemoryRowStore : IRowStore, IRowWalk
{
    private readonly Lock gate = new();
    private readonly Dictionary<Partition, SortedDictionary<string, Row>> partitions = [];
    private long lastETag;

    /// <summary>Runs before a transaction is looked at: the place for somebody else to be faster, or for an outage.</summary>
    public Func<Partition, Task> BeforeTransact { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before a point read.</summary>
    public Func<Partition, Task> BeforeGet { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every row there is, by table and partition.</summary>
    public IReadOnlyList<(Partition Partition, Row Row)> All
    {
        get
        {
            lock (gate)
                return [.. partitions.SelectMany(each => each.Value.Values.Select(row => (each.Key, Copy(row))))];
        }
    }

    public async Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, key);
        await BeforeGet(partition);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return Rows(partition).TryGetValue(key, out var row) ? Copy(row) : null;
    }

    public async IAsyncEnumerable<Row> Range(Partition partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RowRules.Check(partition, from, to);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        List<Row> rows;
        lock (gate)
            rows = [.. Rows(partition).Values.Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0).Select(Copy)];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public async Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, writes);
        await BeforeTransact(partition);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var rows = Rows(partition);
            for (var index = 0; index < writes.Count; index++)
            {
                var existing = rows.GetValueOrDefault(writes[index].Key);
                var holds = writes[index] switch
                {
                    Write.Insert => existing is null,
                    Write.Replace replace => existing?.ETag == replace.ETag,
                    Write.Delete delete => existing?.ETag == delete.ETag,
                    _ => true,
                };
                if (!holds)
                    return new Commit.Conflict(index);
            }

            foreach (var write in writes)
            {
                if (PropertiesOf(write) is { } properties)
                    rows[write.Key] = Copy(new(write.Key, (++lastETag).ToString(CultureInfo.InvariantCulture), properties));
                else
                    rows.Remove(write.Key);
            }
        }

        return new Commit.Done();
    }

    IAsyncEnumerable<(Partition Partition, Row Row)> IRowWalk.All(Table table, CancellationToken cancellationToken)
    {
        RowRules.Check(table);
        return Walk(table, cancellationToken);
    }

    /// <summary>Another store with these rows.</summary>
    public static MemoryRowStore With(IEnumerable<(Partition Partition, Row Row)> rows)
    {
        var store = new MemoryRowStore();
        foreach (var (partition, row) in rows)
            store.Rows(partition)[row.Key] = Copy(row with { ETag = (++store.lastETag).ToString(CultureInfo.InvariantCulture) });
        return store;
    }

    private async IAsyncEnumerable<(Partition Partition, Row Row)> Walk(Table table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        foreach (var row in All.Where(row => row.Partition.Table == table))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static IReadOnlyDictionary<string, object>? PropertiesOf(Write write) => write switch
    {
        Write.Insert insert => insert.Properties,
        Write.Replace replace => replace.Properties,
        Write.Upsert upsert => upsert.Properties,
        _ => null,
    };

    private SortedDictionary<string, Row> Rows(Partition partition) =>
        partitions.TryGetValue(partition, out var rows) ? rows : partitions[partition] = new(StringComparer.Ordinal);

    private static Row Copy(Row row) => row with
    {
        Properties = row.Properties.ToDictionary(property => property.Key, property => property.Value is byte[] bytes ? bytes.Clone() : property.Value, StringComparer.Ordinal),
    };
}
