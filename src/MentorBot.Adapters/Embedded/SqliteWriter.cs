using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace MentorBot.Adapters.Embedded;

/// <summary>The connection that writes: checks and applies transactions between <see cref="Begin"/> and <see cref="Commit"/>.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly RowVersion versions;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement version;
    private readonly Statement put;
    private readonly Statement delete;

    public SqliteWriter(SqliteConnection connection, RowVersion versions)
    {
        this.connection = connection;
        this.versions = versions;
        begin = new Statement(connection, "BEGIN IMMEDIATE");
        commit = new Statement(connection, "COMMIT");
        version = new Statement(connection, """SELECT version FROM rows WHERE "table" = ?1 AND partition = ?2 AND key = ?3""");
        put = new Statement(
            connection,
            """
            INSERT INTO rows ("table", partition, key, version, properties) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET version = excluded.version, properties = excluded.properties
            """);
        delete = new Statement(connection, """DELETE FROM rows WHERE "table" = ?1 AND partition = ?2 AND key = ?3""");
    }

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Applies all of a transaction or, when a condition does not hold, notes that it is refused and applies nothing.</summary>
    public void Apply(Pending pending)
    {
        for (var index = 0; index < pending.Changes.Length; index++)
        {
            if (Holds(pending, pending.Changes[index]))
                continue;
            pending.Refuse(index);
            return;
        }

        foreach (var change in pending.Changes)
            Apply(pending, change);
    }

    /// <summary>What was begun and not committed is undone.</summary>
    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        version.Dispose();
        put.Dispose();
        delete.Dispose();
        connection.Dispose();
    }

    private bool Holds(Pending pending, Change change)
    {
        if (change.Expected == Existing.Whatever)
            return true;

        Bind(version, pending, change);
        try
        {
            var exists = version.Step();
            return change.Expected == Existing.No ? !exists : exists && version.Number(0) == change.Version;
        }
        finally
        {
            version.Reset();
        }
    }

    private void Apply(Pending pending, Change change)
    {
        if (change.Properties is null)
        {
            Bind(delete, pending, change);
            delete.Run();
            return;
        }

        Bind(put, pending, change);
        put.Bind(4, versions.Next());
        put.Bind(5, change.Properties);
        put.Run();
    }

    private static void Bind(Statement statement, Pending pending, Change change)
    {
        statement.BindText(1, pending.Table);
        statement.Bind(2, pending.Partition);
        statement.Bind(3, change.Key);
    }
}
