using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Relationships;

/// <summary>Records that lie in a relationship's partition and are decided together with the pair: when that one changes or ends meanwhile, they are decided again.</summary>
public sealed class BesidePair(IRowStore store, RecordRows records, Sealer sealer, MentoringProgramme programme, IClock clock)
{
    private readonly RelationshipCodec pairs = new(sealer, programme.Tenant);

    public Partition PartitionOf(RelationshipId id) => Rows.PartitionOf.Relationship(programme.Tenant, id.Value);

    /// <summary>The pair without the words that were asked with; null when it is not there (any more).</summary>
    public async Task<Relationship?> Pair(RelationshipId id, CancellationToken cancellationToken) =>
        await Pair(await store.Get(PartitionOf(id), RelationshipCodec.Key, cancellationToken), cancellationToken);

    public async Task<(Relationship? Pair, T? Record)> Find<T>(RelationshipId id, string key, IRecordCodec<T> codec, CancellationToken cancellationToken)
        where T : class
    {
        var pair = Pair(id, cancellationToken);
        var record = records.Find(PartitionOf(id), key, codec, cancellationToken);
        return (await pair, await record);
    }

    /// <param name="decide">The pair is null when it is not there (any more).</param>
    public Task<TOutcome> Decide<T, TOutcome>(
        RelationshipId id, string key, IRecordCodec<T> codec, Func<Relationship?, T?, Decision<T, TOutcome>> decide, CancellationToken cancellationToken)
        where T : class => records.DecideBeside<T, TOutcome>(
        PartitionOf(id), key, codec, RelationshipCodec.Key, async (row, record, token) => decide(await Pair(row, token), record), cancellationToken);

    private async ValueTask<Relationship?> Pair(Row? row, CancellationToken cancellationToken) =>
        row is null || RelationshipCodec.EraseAtOf(row) <= clock.GetCurrentInstant() ? null : await pairs.WithoutWords(row, cancellationToken);
}
