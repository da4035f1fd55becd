using System.Globalization;
using System.Text;
using MentorBot.Storage.Due;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MentorBot.Adapters.Embedded;

/// <summary>The queue in a SQLite file, for one process.</summary>
/// <remarks>
/// In a file of its own, not with the rows: there every write waits for the disk, and a press would wait in line behind a sweep. Here
/// nothing waits: what a power cut takes along is in Due as well. A kill takes nothing.
/// </remarks>
public sealed class SqliteWorkQueue : IWorkQueue, IDisposable
{
    private const int Format = 1;

    // Numbers are never given twice: an old receipt must not fit a new message.
    private const string Schema = """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            pointer TEXT NOT NULL,
            visible INTEGER NOT NULL,
            times INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX messages_visible ON messages (visible, id);
        """;

    private readonly Lock gate = new();
    private readonly IClock clock;
    private readonly SqliteConnection connection;
    private readonly Statement put;
    private readonly Statement take;
    private readonly Statement done;
    private bool isClosed;

    private SqliteWorkQueue(SqliteConnection connection, IClock clock)
    {
        this.connection = connection;
        this.clock = clock;
        put = new Statement(connection, "INSERT INTO messages (pointer, visible, times) VALUES (?1, ?2, 0)");
        take = new Statement(
            connection,
            """
            UPDATE messages SET visible = ?2, times = times + 1
            WHERE id IN (SELECT id FROM messages WHERE visible <= ?1 ORDER BY visible, id LIMIT ?3)
            RETURNING id, times, pointer
            """);
        done = new Statement(connection, "DELETE FROM messages WHERE id = ?1 AND times = ?2");
    }

    /// <param name="path">The file, created with its folder if need be; one that cannot be read is thrown away. Whoever opens it has opened the rows beside it, and so has the folder to themselves.</param>
    /// <exception cref="WorkQueueUnavailableException">It cannot be opened.</exception>
    public static SqliteWorkQueue Open(string path, IClock clock)
    {
        var file = new SqliteFile(Path.GetFullPath(path), Format, Schema);
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(file.Path)!);
            try
            {
                return Open(file, clock);
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB })
            {
                foreach (var end in new[] { "", "-wal", "-shm" })
                    File.Delete(file.Path + end);
                return Open(file, clock);
            }
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new WorkQueueUnavailableException($"{file.Path} cannot be opened: {exception.Message}", exception);
        }
    }

    public Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken) => Use(
        () =>
        {
            var now = clock.GetCurrentInstant().ToUnixTimeTicks();
            foreach (var pointer in pointers)
            {
                put.BindText(1, Encoding.UTF8.GetBytes(pointer.Text));
                put.Bind(2, now);
                put.Run();
            }

            return pointers.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<DueMessage>> Take(int most, Duration lease, CancellationToken cancellationToken) => Use<IReadOnlyList<DueMessage>>(
        () =>
        {
            var now = clock.GetCurrentInstant();
            take.Bind(1, now.ToUnixTimeTicks());
            take.Bind(2, (now + lease).ToUnixTimeTicks());
            take.Bind(3, most);
            var taken = new SortedList<long, DueMessage>();
            var unknown = new List<(long Id, long Times)>();
            try
            {
                while (take.Step())
                {
                    var (id, times) = (take.Number(0), take.Number(1));
                    if (DuePointer.TryParse(Encoding.UTF8.GetString(take.Blob(2)), out var pointer))
                        taken.Add(id, new(pointer, id.ToString(CultureInfo.InvariantCulture), times.ToString(CultureInfo.InvariantCulture), times));
                    else
                        unknown.Add((id, times));
                }
            }
            finally
            {
                take.Reset();
            }

            // Of another version, which had other tables: its pointer is still in Due, for whoever knows them.
            foreach (var (id, times) in unknown)
                Delete(id, times);
            return [.. taken.Values];
        },
        cancellationToken);

    public Task Done(DueMessage message, CancellationToken cancellationToken) => Use(
        () =>
        {
            Delete(long.Parse(message.Id, CultureInfo.InvariantCulture), long.Parse(message.Receipt, CultureInfo.InvariantCulture));
            return true;
        },
        cancellationToken);

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            put.Dispose();
            take.Dispose();
            done.Dispose();
            connection.Dispose();
        }
    }

    // NORMAL: the log is brought to the disk now and then, which keeps the file whole, and no message waits for it. Messages come and
    // go: a short log holds what there is.
    private static SqliteWorkQueue Open(SqliteFile file, IClock clock)
    {
        file.Prepare();
        return file.Connect("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 100", connection => new SqliteWorkQueue(connection, clock));
    }

    /// <param name="times">How often it was taken is its receipt: whoever takes it again makes that a higher number.</param>
    private void Delete(long id, long times)
    {
        done.Bind(1, id);
        done.Bind(2, times);
        done.Run();
    }

    private Task<T> Use<T>(Func<T> use, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);

        lock (gate)
        {
            try
            {
                return isClosed ? Task.FromException<T>(new WorkQueueUnavailableException("The queue is closed.")) : Task.FromResult(use());
            }
            catch (SqliteException exception)
            {
                return Task.FromException<T>(new WorkQueueUnavailableException("The queue's file could not be used.", exception));
            }
        }
    }
}
