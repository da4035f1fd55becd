using Azure;
using Azure.Data.Tables;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.AzureStorage;

/// <summary>Rows as entities, and back: the types of properties are the same on both sides.</summary>
internal static class RowEntity
{
    /// <exception cref="InvalidDataException">This is no row, so whoever answered is not the tables.</exception>
    public static (string Partition, Row Row) Row(TableEntity entity)
    {
        if (entity.PartitionKey is null || entity.RowKey is null || entity.ETag == default)
            throw new InvalidDataException("A row came without its keys or its version.");

        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            // What the service adds: its own three, and notes such as odata.etag, which no property can be called.
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" || name.Contains('.', StringComparison.Ordinal))
                continue;
            properties[name] = value;
        }

        return (entity.PartitionKey, new(entity.RowKey, entity.ETag.ToString(), properties));
    }

    public static TableTransactionAction Action(Partition partition, Write write) => write switch
    {
        Write.Insert insert => new(TableTransactionActionType.Add, Entity(partition, write, insert.Properties)),
        Write.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, write, replace.Properties), new ETag(replace.ETag)),
        Write.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Entity(partition, write, upsert.Properties)),
        Write.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition.Key, write.Key), new ETag(delete.ETag)),
        _ => throw new ArgumentException($"{write.GetType().Name} is no write.", nameof(write)),
    };

    private static TableEntity Entity(Partition partition, Write write, IReadOnlyDictionary<string, object> properties)
    {
        var entity = new TableEntity(partition.Key, write.Key);
        foreach (var (name, value) in properties)
            entity[name] = value;
        return entity;
    }
}
