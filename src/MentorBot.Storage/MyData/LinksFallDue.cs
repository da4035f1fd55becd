using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.MyData;

/// <summary>What led from a link to a file goes when the link is over, however it ended.</summary>
public sealed class LinksFallDue(IRowStore store, Decisions decisions, IClock clock) : IFallsDue
{
    public Table Table => Table.Downloads;

    public Task<bool> Tick(Partition partition, CancellationToken cancellationToken) => decisions.Run(
        partition,
        token => store.Prefix(partition, "", token),
        (rows, _) => ValueTask.FromResult(rows.Where(row => row.MomentIfAny("until") <= clock.GetCurrentInstant()).ToList() is { Count: > 0 } over
            ? Plan.Of(true, [.. over.Select(row => new Write.Delete(row.Key, row.ETag))])
            : Plan.Nothing(false)),
        cancellationToken);
}
