using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorBot.Adapters.Embedded;

/// <summary>The database file: its rights, its schema, and how to connect to it.</summary>
internal sealed class SqliteFile
{
    /// <summary>Rises when an older MentorBot could no longer read the file; kept in PRAGMA user_version.</summary>
    public const int Format = 1;

    private const int BusyMilliseconds = 5_000;

    private readonly string connectionString;

    public SqliteFile(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString();
    }

    public string Path { get; }

    /// <exception cref="InvalidDataException">A newer MentorBot wrote the file.</exception>
    /// <exception cref="SqliteException"/>
    public void Prepare()
    {
        // Before SQLite does: it gives the files beside it the rights of this one.
        OwnerOnly.Create(Path);
        OwnerOnly.Tighten(Path + "-wal");
        OwnerOnly.Tighten(Path + "-shm");

        using var connection = Connect();
        var format = int.Parse(Execute(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (format > Format)
        {
            throw new InvalidDataException(
                $"{Path} was written by a newer MentorBot (its format is {format}, this one knows {Format}). Start the newer one, or restore an older backup.");
        }

        if (Execute(connection, "PRAGMA journal_mode = WAL") != "wal")
            throw new InvalidDataException($"{Path} is where SQLite cannot keep a write-ahead log; use a local disk.");
        if (format == 0)
            Execute(connection, Schema);
    }

    // FULL: a commit is on the disk before it is answered. fullfsync is what macOS calls that.
    // Deleted content is overwritten: a wrapped key that was erased must not lie about in a free page.
    public T ConnectWriter<T>(Func<SqliteConnection, T> use) =>
        Connect("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON", use);

    public T ConnectReader<T>(Func<SqliteConnection, T> use) => Connect("PRAGMA query_only = ON", use);

    // Keys are blobs because text would be compared by code point (see OrdinalKey); tables go by name, so that the enum may be reordered.
    private static readonly string Schema = $"""
        BEGIN IMMEDIATE;
        CREATE TABLE rows (
            "table" TEXT NOT NULL,
            partition BLOB NOT NULL,
            key BLOB NOT NULL,
            version INTEGER NOT NULL,
            properties BLOB NOT NULL,
            PRIMARY KEY ("table", partition, key)
        ) STRICT, WITHOUT ROWID;
        PRAGMA user_version = {Format};
        COMMIT;
        """;

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
        return connection;
    }

    private T Connect<T>(string pragmas, Func<SqliteConnection, T> use)
    {
        var connection = Connect();
        try
        {
            Execute(connection, pragmas);
            return use(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
