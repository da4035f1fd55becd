using System.Collections.Immutable;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Doctoring;

/// <summary>A row that is written, read and removed, where nobody else looks: no shard of Due is named so.</summary>
internal static class RowsProbe
{
    private const string Key = "probe";

    private static readonly Partition Own = new(Table.Due, "doctor");

    /// <returns>Whether it was there in between.</returns>
    public static async Task<bool> WriteReadAndRemove(IRowStore store, Decisions decisions, CancellationToken cancellationToken)
    {
        Task<Row?> Read(CancellationToken token) => store.Get(Own, Key, token);
        await decisions.Run(Own, Read, (_, _) => ValueTask.FromResult(Plan.Of(true, new Write.Upsert(Key, ImmutableDictionary<string, object>.Empty))), cancellationToken);
        return await decisions.Run(Own, Read, (row, _) => ValueTask.FromResult(row is null ? Plan.Nothing(false) : Plan.Of(true, new Write.Delete(Key, row.ETag))), cancellationToken);
    }
}
