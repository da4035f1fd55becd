using System.Diagnostics.CodeAnalysis;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Due;

/// <summary>A row of Due, as it travels on a queue: ids and a time, nothing that anybody wrote.</summary>
/// <param name="Shard">Where it stands.</param>
/// <param name="Key">Its key, which names the partition to look at.</param>
public sealed record DuePointer(Partition Shard, string Key)
{
    /// <summary>No key has one.</summary>
    private const char Between = '/';

    public Partition PointsTo => DuePointers.PartitionOf(Key);

    public string Text => Shard.Key + Between + Key;

    /// <returns>False for what no sweep of ours has put there.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DuePointer? due)
    {
        due = text.Split(Between) is [var shard, var key] && key.Split('-', 3) is [_, var table, _] && Enum.TryParse<Table>(table, out var known) && Enum.IsDefined(known)
            ? new(new(Table.Due, shard), key)
            : null;
        return due is not null;
    }
}
