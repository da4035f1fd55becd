using System.Collections.Immutable;
using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace MentorBot.Adapters.Embedded;

/// <summary>How many rows of each kind lie in a file, for showing what is kept: kinds and numbers, never what is in them.</summary>
/// <param name="Kind">What the row keys begin with, up to the first hyphen: "profile", "offer", "card"; a key that begins with a time is a "pointer".</param>
public sealed record RowCount(Table Table, string Kind, long Rows)
{
    /// <summary>Counts in a file that no bot has open any more.</summary>
    public static ImmutableArray<RowCount> In(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "table", key FROM rows""";
        using var reader = command.ExecuteReader();
        var counts = new SortedDictionary<(string Table, string Kind), long>();
        while (reader.Read())
        {
            var key = OrdinalKey.Decode((byte[])reader[1]);
            var kind = (reader.GetString(0), char.IsAsciiDigit(key[0]) ? "pointer" : key.Split('-')[0]);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        return [.. counts.Select(count => new RowCount(Enum.Parse<Table>(count.Key.Table), count.Key.Kind, count.Value))];
    }
}
