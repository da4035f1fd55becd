using System.Globalization;
using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorBot.Benchmarks.Children;

/// <summary>How many transactions were asked for, and how many commits of SQLite carried them.</summary>
public sealed class CommitCount
{
    private long transactions;
    private long commits;

    public void Watch(SqliteConnection writer) => raw.sqlite3_commit_hook(
        writer.Handle,
        _ =>
        {
            Interlocked.Increment(ref commits);
            return 0;
        },
        null);

    public IRowStore Around(IRowStore store) => new Counting(store, this);

    /// <summary>Both, with a space between them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref transactions)} {Interlocked.Read(ref commits)}");

    private sealed class Counting(IRowStore store, CommitCount counts) : IRowStore
    {
        public Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken) => store.Get(partition, key, cancellationToken);

        public IAsyncEnumerable<Row> Range(Partition partition, string from, string to, CancellationToken cancellationToken) =>
            store.Range(partition, from, to, cancellationToken);

        public Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref counts.transactions);
#pragma warning disable RS0030 // Counts what goes through the door.
            return store.Transact(partition, writes, cancellationToken);
#pragma warning restore RS0030
        }
    }
}
