namespace MentorBot.Storage.Rows;

public static class RangeReading
{
    /// <summary>The rows whose keys begin with the prefix.</summary>
    public static async Task<List<Row>> Prefix(this IRowStore store, Partition partition, string prefix, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        await foreach (var row in store.Range(partition, prefix, prefix + '\uffff', cancellationToken))
            rows.Add(row);
        return rows;
    }
}
