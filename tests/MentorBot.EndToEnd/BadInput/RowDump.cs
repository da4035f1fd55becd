using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>What is kept, row by row, to be compared; without where people can be reached, dialog stacks and due pointers, and on which days somebody opened something, which may follow anything.</summary>
internal sealed partial class RowDump
{
    private readonly Dictionary<string, string> rows;

    private RowDump(Dictionary<string, string> rows) => this.rows = rows;

    public static RowDump Of(IEnumerable<(Partition Partition, Row Row)> rows) => new(rows
        .Where(each => each.Partition.Table is not (Table.Due or Table.BotState) && each.Row.Key != "profile" && !each.Row.Key.StartsWith("opened-", StringComparison.Ordinal))
        .ToDictionary(each => $"{each.Partition}/{each.Row.Key}", each => Written(each.Row, _ => true), StringComparer.Ordinal));

    /// <summary>Whether some row names it.</summary>
    public bool Mentions(string id) => rows.Any(row => row.Key.Contains(id, StringComparison.Ordinal) || row.Value.Contains(id, StringComparison.Ordinal));

    /// <summary>Whether it is still there: some row names it that is more than the trace of something gone.</summary>
    public bool HasStill(string id) => rows.Any(row => !row.Key.Contains("/seen-", StringComparison.Ordinal)
        && (row.Key.Contains(id, StringComparison.Ordinal) || row.Value.Contains(id, StringComparison.Ordinal)));

    /// <summary>The names of the rows that came, went or changed.</summary>
    public IReadOnlyList<string> ChangedIn(RowDump after) =>
        [.. rows.Keys.Union(after.rows.Keys).Where(key => rows.GetValueOrDefault(key) != after.rows.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// What one press leaves behind, and two must not leave otherwise: every row, with its state and how often it changed. What a
    /// press makes new has an id of its own each time.
    /// </summary>
    public static IReadOnlyList<string> Shape(IEnumerable<(Partition Partition, Row Row)> rows) =>
    [
        .. rows
            .Where(each => each.Partition.Table is not (Table.Due or Table.BotState) && each.Row.Key != "profile" && !IsDraft(each))
            .Select(each => Id().Replace($"{each.Partition}/{each.Row.Key} {Written(each.Row, name => name is "state" or "revision" or "round")}", "(id)"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Of a list that is being written, or that came second: it is swept within the hour.</summary>
    private static bool IsDraft((Partition Partition, Row Row) each) => each.Partition.Table == Table.Roster && each.Row.Key.Split('-')[0] is "draft" or "line" or "outbox";

    private static string Written(Row row, Func<string, bool> counts) => string.Join(' ', row.Properties
        .Where(property => counts(property.Key))
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property => $"{property.Key}={(property.Value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(property.Value, CultureInfo.InvariantCulture))}"));

    [GeneratedRegex("!0020[0-9a-f]{32}|[0-9a-f]{32}")]
    private static partial Regex Id();
}
