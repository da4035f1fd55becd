using Azure;
using Azure.Data.Tables;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.AzureStorage;

/// <summary>Rows as entities, and back: the types of properties are the same on both sides.</summary>
internal static class RowEntity
{
    public static Row Row(TableEntity entity)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            // What the service adds: its own three, and notes such as odata.etag, which no property can be called.
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" || name.Contains('.', StringComparison.Ordinal))
                continue;
            properties[name] = value;
        }

        return new(entity.RowKey, entity.ETag.ToString(), properties);
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
