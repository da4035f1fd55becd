using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Pulses;

/// <summary>Whom check-ins ask: beside them the rows "asked-{pulse}|{number}", under the tenant's key, since all are compared at once.</summary>
public sealed class AudienceRows(IRowStore store, RecordRows records, Sealer sealer, MentoringProgramme programme)
{
    private const string Prefix = "asked-";
    private const int Schema = 1;

    /// <summary>So that the longest ids fit into one property.</summary>
    private const int PairsInARow = 150;

    private readonly Partition partition = PartitionOf.Pulses(programme.Tenant);
    private readonly Owner owner = Owner.Tenant(programme.Tenant);

    /// <summary>Nobody where it is forgotten.</summary>
    internal async Task<Audience> Of(PulseId id, CancellationToken cancellationToken) => await Open(await store.Prefix(partition, PrefixOf(id), cancellationToken), cancellationToken);

    /// <summary>All that are kept.</summary>
    internal async Task<ImmutableDictionary<string, Audience>> All(CancellationToken cancellationToken)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Audience>(StringComparer.Ordinal);
        foreach (var rows in (await store.Prefix(partition, Prefix, cancellationToken)).GroupBy(row => row.Text("pulse"), StringComparer.Ordinal))
            all.Add(rows.Key, await Open(rows, cancellationToken));
        return all.ToImmutable();
    }

    internal async Task<ImmutableArray<Write>> Keep(PulseId id, Audience audience, CancellationToken cancellationToken)
    {
        var writes = ImmutableArray.CreateBuilder<Write>();
        foreach (var (number, pairs) in audience.ToSeal(PairsInARow).Index())
        {
            var key = $"{PrefixOf(id)}{number:D4}";
            writes.Add(new Write.Insert(key, new PropertyBag { { "pulse", id.Value }, { "pairs", await sealer.Seal(owner, Place(key), pairs, cancellationToken) } }.Properties));
        }

        return writes.ToImmutable();
    }

    internal Task Forget(PulseId id, CancellationToken cancellationToken) => records.Erase(partition, PrefixOf(id), cancellationToken);

    private async Task<Audience> Open(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var pieces = new List<Confidential>();
        foreach (var row in rows)
            pieces.Add(await sealer.Open(owner, Place(row.Key), row.Bytes("pairs"), cancellationToken));
        return Audience.FromSealed(pieces);
    }

    private static string PrefixOf(PulseId id) => $"{Prefix}{KeyText.Of(id.Value)}|";

    private SealedPlace Place(string key) => new(partition, key, "pairs", 1, Schema);
}
