using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Roster;

/// <summary>A version that does not stand goes: another one does by now, or nobody finished writing it. First it is made sure that it never can.</summary>
public sealed class SweepRoster(IRowStore store, Decisions decisions, MentoringProgramme programme) : IStep
{
    public string Kind => RosterNotices.Sweep;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if (await Stands(subject, cancellationToken))
            return;

        // Listed once, for each transaction takes a hundred of perhaps tens of thousands. Nobody changes them but who is forgotten meanwhile.
        var lines = PartitionOf.RosterLines(programme.Tenant, subject);
        foreach (var some in (await store.Prefix(lines, "", cancellationToken)).Select(row => row.Key).Chunk(RowRules.MostWrites))
        {
            var (first, last) = (some[0], some[^1]);
            await decisions.Run(
                lines,
                token => Between(lines, first, last, token),
                (rows, _) => ValueTask.FromResult(rows.Count == 0 ? Plan.Nothing(false) : Plan.Of(true, [.. rows.Select(row => new Write.Delete(row.Key, row.ETag))])),
                cancellationToken);
        }
    }

    private async Task<List<Row>> Between(Partition lines, string first, string last, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        await foreach (var row in store.Range(lines, first, last + '\0', cancellationToken))
            rows.Add(row);
        return rows;
    }

    private Task<bool> Stands(string version, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Roster(programme.Tenant);
        return decisions.Run(
            partition,
            async token => (Standing: await store.Get(partition, RosterCodec.Standing, token), Draft: await store.Get(partition, RosterCodec.DraftOf(version), token)),
            (found, _) => ValueTask.FromResult(
                RosterCodec.Roster(found.Standing)?.Version == version ? Plan.Nothing(true)
                : found.Draft is { } draft ? Plan.Of(false, new Write.Delete(draft.Key, draft.ETag))
                : Plan.Nothing(false)),
            cancellationToken);
    }
}
