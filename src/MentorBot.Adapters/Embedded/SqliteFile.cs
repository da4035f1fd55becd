using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorBot.Adapters.Embedded;

/// <summary>A database file: its rights, its schema, and how to connect to it.</summary>
/// <param name="format">Rises when an older MentorBot could no longer read the file; kept in PRAGMA user_version.</param>
/// <param name="schema">What is in a new one.</param>
internal sealed class SqliteFile(string path, int format, string schema)
{
    private const int BusyMilliseconds = 5_000;

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
    }.ToString();

    public string Path => path;

    /// <exception cref="InvalidDataException">A newer MentorBot wrote the file.</exception>
    /// <exception cref="SqliteException"/>
    public void Prepare()
    {
        // Before SQLite does: it gives the files beside it the rights of this one.
        OwnerOnly.Create(Path);
        OwnerOnly.Tighten(Path + "-wal");
        OwnerOnly.Tighten(Path + "-shm");

        using var connection = Connect();
        var written = int.Parse(Execute(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (written > format)
        {
            throw new InvalidDataException(
                $"{Path} was written by a newer MentorBot (its format is {written}, this one knows {format}). Start the newer one, or restore an older backup.");
        }

        if (Execute(connection, "PRAGMA journal_mode = WAL") != "wal")
            throw new InvalidDataException($"{Path} is where SQLite cannot keep a write-ahead log; use a local disk.");
        if (written == 0)
            Execute(connection, $"BEGIN IMMEDIATE; {schema} PRAGMA user_version = {format}; COMMIT;");
    }

    /// <param name="pragmas">Said to the connection before it is used.</param>
    public T Connect<T>(string pragmas, Func<SqliteConnection, T> use)
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

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
        return connection;
    }

    private static string Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
