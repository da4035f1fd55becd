using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace MentorBot.Adapters.Embedded;

/// <summary>One connection for reading, for one caller at a time. Every call sees what was committed before it.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const int MostRowsAtOnce = 256;
    private const int MostBytesAtOnce = 1024 * 1024;

    private readonly SqliteConnection connection;
    private readonly Statement one;
    private readonly Statement range;
    private readonly Statement all;

    public SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        one = new Statement(connection, """SELECT version, properties FROM rows WHERE "table" = ?1 AND partition = ?2 AND key = ?3""");
        range = new Statement(
            connection,
            """SELECT version, properties, key FROM rows WHERE "table" = ?1 AND partition = ?2 AND key >= ?3 AND key < ?4 ORDER BY key""");
        all = new Statement(
            connection,
            """SELECT version, properties, key, partition FROM rows WHERE "table" = ?1 AND (partition, key) > (?2, ?3) ORDER BY partition, key""");
    }

    public Row? Get(Partition partition, string key)
    {
        one.BindText(1, TableNames.Of(partition.Table));
        one.Bind(2, OrdinalKey.Encode(partition.Key));
        one.Bind(3, OrdinalKey.Encode(key));
        try
        {
            return one.Step() ? Read(one, key) : null;
        }
        finally
        {
            one.Reset();
        }
    }

    /// <summary>The first rows of the range, as many as are good to hold at once.</summary>
    /// <param name="next">Where to go on, or null at the end of the range.</param>
    public List<Row> Page(Partition partition, byte[] from, byte[] to, out byte[]? next)
    {
        range.BindText(1, TableNames.Of(partition.Table));
        range.Bind(2, OrdinalKey.Encode(partition.Key));
        range.Bind(3, from);
        range.Bind(4, to);

        var rows = new List<Row>();
        var bytes = 0;
        next = null;
        try
        {
            while (range.Step())
            {
                var key = range.Blob(2);
                rows.Add(Read(range, OrdinalKey.Decode(key)));
                bytes += range.Blob(1).Length;
                if (rows.Count < MostRowsAtOnce && bytes < MostBytesAtOnce)
                    continue;

                // The least key after this one.
                next = [.. range.Blob(2), 0];
                break;
            }

            return rows;
        }
        finally
        {
            range.Reset();
        }
    }

    /// <summary>The first rows of the table after this one, as many as are good to hold at once.</summary>
    /// <param name="last">After which to go on, or null at the end of the table.</param>
    public List<(Partition Partition, Row Row)> PageOfAll(Table table, byte[] partition, byte[] key, out (byte[] Partition, byte[] Key)? last)
    {
        all.BindText(1, TableNames.Of(table));
        all.Bind(2, partition);
        all.Bind(3, key);

        var rows = new List<(Partition Partition, Row Row)>();
        var bytes = 0;
        last = null;
        try
        {
            while (all.Step())
            {
                rows.Add((new(table, OrdinalKey.Decode(all.Blob(3))), Read(all, OrdinalKey.Decode(all.Blob(2)))));
                bytes += all.Blob(1).Length;
                if (rows.Count < MostRowsAtOnce && bytes < MostBytesAtOnce)
                    continue;

                last = (all.Blob(3).ToArray(), all.Blob(2).ToArray());
                break;
            }

            return rows;
        }
        finally
        {
            all.Reset();
        }
    }

    public void Dispose()
    {
        one.Dispose();
        all.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    private static Row Read(Statement statement, string key) =>
        new(key, RowVersion.ToETag(statement.Number(0)), PropertyBlob.Decode(statement.Blob(1)));
}
