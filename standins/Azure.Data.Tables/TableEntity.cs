using System.Collections;

namespace Azure.Data.Tables;

/// <summary>An entity as a bag of properties. The keys, the time stamp and the ETag lie in the bag too, under the names they have on the wire.</summary>
public class TableEntity : ITableEntity, IEnumerable<KeyValuePair<string, object?>>
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> properties;

    public TableEntity() => properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public int Count => properties.Count;

    public string PartitionKey
    {
        get => (string)this[PartitionKeyName]!;
        set => properties[PartitionKeyName] = value;
    }

    public string RowKey
    {
        get => (string)this[RowKeyName]!;
        set => properties[RowKeyName] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => (DateTimeOffset?)this[TimestampName];
        set => properties[TimestampName] = value;
    }

    public ETag ETag
    {
        get => new((string)this[ETagName]!);
        set => properties[ETagName] = value.ToString();
    }

    /// <summary>The value, or null where there is no such property.</summary>
    public object? this[string key]
    {
        get => properties.GetValueOrDefault(key);
        set => properties[key] = value;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
