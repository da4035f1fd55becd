using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Due;

/// <summary>
/// The Due table: "look at partition P at time T". Rows are named {milliseconds since 1970, 15 digits}-{table}-{partition},
/// in one of sixteen shards, so that reading a shard up to now finds what is due, the oldest first.
/// </summary>
public static class DuePointers
{
    public const int Shards = 16;

    public static Partition Shard(int number) => new(Table.Due, number.ToString("x", CultureInfo.InvariantCulture));

    public static Partition ShardOf(Partition partition)
    {
        var hash = 2166136261u;
        foreach (var character in partition.Key)
            hash = (hash ^ character) * 16777619u;
        return Shard((int)(hash % Shards));
    }

    public static ImmutableArray<Write> PointAt(Partition partition, ImmutableArray<Instant> at) =>
        [.. at.Select(instant => KeyOf(partition, instant)).Distinct(StringComparer.Ordinal).Select(key => new Write.Upsert(key, Empty))];

    public static string KeyOf(Partition partition, Instant at) => $"{Until(at)}-{partition.Table}-{partition.Key}";

    /// <summary>The end of the range of pointers that are due at this time; a pointer waits for the whole of its millisecond.</summary>
    public static string Until(Instant at) => at.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture);

    public static Partition PartitionOf(string key)
    {
        var parts = key.Split('-', 3);
        return new(Enum.Parse<Table>(parts[1]), parts[2]);
    }

    private static readonly ImmutableDictionary<string, object> Empty = ImmutableDictionary<string, object>.Empty;
}
