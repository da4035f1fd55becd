using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Rows in one SQLite file, for one process. What is acknowledged survives a kill and a power cut: the write-ahead log is
/// on the disk before a transaction is answered. Give it a local disk.
/// </summary>
/// <remarks>
/// A cancelled transaction was not written: cancelling takes effect until the writer takes it, and never after.
/// Once disposed, it is unavailable.
/// </remarks>
public sealed class SqliteRowStore : IRowStore, IRowWalk, IAsyncDisposable
{
    private readonly OwnerLock owner;
    private readonly SqliteReaders readers;
    private readonly GroupCommit writes;
    private readonly Lazy<Task> closing;

    private const int Format = 1;

    // Keys are blobs because text would be compared by code point (see OrdinalKey); tables go by name, so that the enum may be reordered.
    private const string Schema = """
        CREATE TABLE rows (
            "table" TEXT NOT NULL,
            partition BLOB NOT NULL,
            key BLOB NOT NULL,
            version INTEGER NOT NULL,
            properties BLOB NOT NULL,
            PRIMARY KEY ("table", partition, key)
        ) STRICT, WITHOUT ROWID;
        """;

    // FULL: a commit is on the disk before it is answered. fullfsync is what macOS calls that.
    // Deleted content is overwritten: a wrapped key that was erased must not lie about in a free page.
    private const string Writing = "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON";

    private SqliteRowStore(OwnerLock owner, SqliteReaders readers, GroupCommit writes)
    {
        this.owner = owner;
        this.readers = readers;
        this.writes = writes;
        closing = new Lazy<Task>(Close);
    }

    /// <param name="path">The file, created with its folder if need be. SQLite keeps two more beside it, and there is a lock file.</param>
    /// <exception cref="RowStoreUnavailableException">Another process, or another store of this one, has the file open; or it cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A newer MentorBot wrote the file, or it is where SQLite cannot keep it safe.</exception>
    public static SqliteRowStore Open(string path) => Open(path, static _ => { });

    /// <param name="prepareWriter">Sees every connection that is going to write; tests make the disk full with it, or the commit slow.</param>
    internal static SqliteRowStore Open(string path, Action<SqliteConnection> prepareWriter)
    {
        var file = new SqliteFile(Path.GetFullPath(path), Format, Schema);
        OwnerLock? owner = null;
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(file.Path)!);
            owner = OwnerLock.Take(file.Path);
            file.Prepare();

            var versions = new RowVersion();
            return new SqliteRowStore(owner, new SqliteReaders(file), new GroupCommit(() => file.Connect(Writing, connection =>
            {
                prepareWriter(connection);
                return new SqliteWriter(connection, versions);
            })));
        }
        catch (Exception exception)
        {
            owner?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
                throw new RowStoreUnavailableException($"{file.Path} cannot be opened: {exception.Message}", exception) { Advice = "See that this account may read and write it and its folder; if it is damaged, put it back from a backup." };
            throw;
        }
    }

    public Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, key);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<Row?>(cancellationToken);

        return Task.FromResult(Read(static (reader, at) => reader.Get(at.partition, at.key), (partition, key)));
    }

    public IAsyncEnumerable<Row> Range(Partition partition, string from, string to, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, from, to);
        return Pages(partition, from, to, cancellationToken);
    }

    public Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, writes);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<Commit>(cancellationToken);

        try
        {
            return this.writes.Add(new Pending(partition, writes, cancellationToken));
        }
        catch (ObjectDisposedException exception)
        {
            throw Closed(exception);
        }
    }

    public IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, CancellationToken cancellationToken)
    {
        RowRules.Check(table);
        return Pages(table, cancellationToken);
    }

    /// <summary>Decides what still waits, then closes the file and lets the next one in.</summary>
    public ValueTask DisposeAsync() => new(closing.Value);

    private async Task Close()
    {
        await readers.DisposeAsync();
        await writes.DisposeAsync();
        owner.Dispose();
    }

    // Nothing is awaited inside: SQLite answers from memory or from a local disk, and the pages are small.
#pragma warning disable CS1998
    private async IAsyncEnumerable<Row> Pages(Partition partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        var end = OrdinalKey.Encode(to);
        var next = OrdinalKey.Encode(from);
        while (next is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var rows, next) = Read(
                static (reader, at) => (reader.Page(at.partition, at.next, at.end, out var next), next), (partition, next, end));
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

#pragma warning disable CS1998
    private async IAsyncEnumerable<(Partition Partition, Row Row)> Pages(Table table, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        (byte[] Partition, byte[] Key)? next = ([], []);
        while (next is { } from)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var rows, next) = Read(static (reader, at) => (reader.Page(at.table, at.from.Partition, at.from.Key, out var next), next), (table, from));
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

    private T Read<T, TArgument>(Func<SqliteReader, TArgument, T> read, TArgument argument)
    {
        try
        {
            return readers.Use(read, argument);
        }
        catch (ObjectDisposedException exception)
        {
            throw Closed(exception);
        }
        catch (SqliteException exception)
        {
            throw new RowStoreUnavailableException("The row store could not be read.", exception);
        }
    }

    private static RowStoreUnavailableException Closed(ObjectDisposedException exception) => new("The row store is closed.", exception);
}
