namespace MentorBot.Adapters.AzureStorage;

/// <summary>Which rows are asked for, in the service's words.</summary>
internal static class RowFilter
{
    private const char Last = '\uFFFF';

    /// <summary>
    /// At least the rows of the range. The last code unit there is ends the range of a prefix; as it stands for no character, and
    /// services differ in what they do with it, the service is asked for the rows before the next prefix instead.
    /// </summary>
    public static string Between(string partition, string from, string to)
    {
        var filter = $"PartitionKey eq {Quoted(partition)}";
        if (from.Length > 0)
            filter += $" and RowKey ge {Quoted(from)}";
        if (Before(to) is { } before)
            filter += $" and RowKey lt {Quoted(before)}";
        return filter;
    }

    private static string? Before(string to)
    {
        if (!to.EndsWith(Last))
            return to;
        var prefix = to.TrimEnd(Last);
        return prefix.Length == 0 || prefix[^1] is < ' ' or >= '~' ? null : prefix[..^1] + (char)(prefix[^1] + 1);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
