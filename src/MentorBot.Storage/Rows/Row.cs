namespace MentorBot.Storage.Rows;

/// <summary>A stored row.</summary>
/// <param name="Key">Unique in its partition; ordered by ordinal comparison. The same limits as a partition key.</param>
/// <param name="ETag">Names this version of the row; never used again for another, not even after a delete and an insert.</param>
/// <param name="Properties">string, bool, long or byte[]; a string or byte[] is at most 64 KiB (strings counted as UTF-16).</param>
public sealed record Row(string Key, string ETag, IReadOnlyDictionary<string, object> Properties);
