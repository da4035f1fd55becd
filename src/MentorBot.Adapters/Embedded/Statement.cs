using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// A prepared statement, bound and read through spans. A SqliteCommand finds its parameters by name and makes a reader for
/// every execution, which costs more than most of the statements here.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    /// <exception cref="SqliteException"/>
    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    public void BindText(int index, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(handle, index, utf8));

    // An empty span has no address, which SQLite would take for NULL.
    public void Bind(int index, ReadOnlySpan<byte> blob) =>
        Check(blob.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, blob));

    public void Bind(int index, long number) => Check(raw.sqlite3_bind_int64(handle, index, number));

    /// <summary>True when it stands on a row. <see cref="Reset"/> must follow: until then it holds its lock.</summary>
    /// <exception cref="SqliteException"/>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, database);
        return false;
    }

    /// <summary>Runs a statement that has no rows.</summary>
    /// <exception cref="SqliteException"/>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    // Reports the failure of the step once more, which Step has already thrown.
    public void Reset() => raw.sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
