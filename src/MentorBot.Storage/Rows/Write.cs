namespace MentorBot.Storage.Rows;

/// <summary>One change within a transaction. A row appears in at most one write of it.</summary>
public abstract record Write(string Key)
{
    /// <summary>Conflicts when the row exists.</summary>
    public sealed record Insert(string Key, IReadOnlyDictionary<string, object> Properties) : Write(Key);

    /// <summary>Conflicts unless the row exists in exactly this version. The new properties are all that remains.</summary>
    public sealed record Replace(string Key, string ETag, IReadOnlyDictionary<string, object> Properties) : Write(Key);

    /// <summary>Writes the row whatever was there.</summary>
    public sealed record Upsert(string Key, IReadOnlyDictionary<string, object> Properties) : Write(Key);

    /// <summary>Conflicts unless the row exists in exactly this version.</summary>
    public sealed record Delete(string Key, string ETag) : Write(Key);
}
