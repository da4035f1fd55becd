using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

/// <summary>One write in bytes.</summary>
/// <param name="Properties">What the row becomes; null when it goes.</param>
internal readonly record struct Change(byte[] Key, Existing Expected, long? Version, byte[]? Properties)
{
    public static Change Of(Write write) => write switch
    {
        Write.Insert insert => new(OrdinalKey.Encode(insert.Key), Existing.No, null, PropertyBlob.Encode(insert.Properties)),
        Write.Replace replace => new(
            OrdinalKey.Encode(replace.Key), Existing.InVersion, RowVersion.FromETag(replace.ETag), PropertyBlob.Encode(replace.Properties)),
        Write.Upsert upsert => new(OrdinalKey.Encode(upsert.Key), Existing.Whatever, null, PropertyBlob.Encode(upsert.Properties)),
        Write.Delete delete => new(OrdinalKey.Encode(delete.Key), Existing.InVersion, RowVersion.FromETag(delete.ETag), null),
        _ => throw new ArgumentException($"{write.GetType().Name} is no write.", nameof(write)),
    };
}

/// <summary>What must be there for a write to hold.</summary>
internal enum Existing
{
    Whatever,
    No,
    InVersion,
}
