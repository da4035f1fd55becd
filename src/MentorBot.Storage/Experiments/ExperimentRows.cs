using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Experiments;

/// <summary>
/// Things to try. What both may read: in Relationships, the rows "experiment-{id}", under the relationship's key. One's own: in People,
/// the rows "with-{relationship}-experiment-{id}", under one's own.
/// </summary>
public sealed class ExperimentRows(RecordRows records, BesidePair beside, Sealer sealer, MentoringProgramme programme) : IExperiments
{
    private const string Prefix = "experiment-";

    private readonly TenantId tenant = programme.Tenant;

    public async Task<ImmutableArray<Experiment>> Of(PersonId reader, RelationshipId relationship, CancellationToken cancellationToken)
    {
        var both = records.All(beside.PartitionOf(relationship), Prefix, CodecOf(relationship, null), cancellationToken);
        var own = records.All(PartitionOf.Person(tenant, reader), OfOne.Prefix(relationship) + Prefix, CodecOf(relationship, reader), cancellationToken);
        return [.. (await both).AddRange(await own).OrderByDescending(one => one.Begun).ThenByDescending(one => one.Address.Id.Value, StringComparer.Ordinal)];
    }

    public async Task<Experiment?> Find(ExperimentAddress address, CancellationToken cancellationToken)
    {
        var (partition, key) = RowOf(address);
        return await records.Find(partition, key, CodecOf(address.In, address.Alone), cancellationToken);
    }

    public async Task<ExperimentOutcome> Decide(
        ExperimentAddress address, Func<Relationship?, Experiment?, Decision<Experiment, ExperimentOutcome>> decide, CancellationToken cancellationToken)
    {
        var (partition, key) = RowOf(address);
        var codec = CodecOf(address.In, address.Alone);
        if (address.Alone is null)
            return await beside.Decide(address.In, key, codec, decide, cancellationToken);

        var pair = await beside.Pair(address.In, cancellationToken);
        return await records.Decide<Experiment, ExperimentOutcome>(partition, key, codec, found => decide(pair, found), cancellationToken);
    }

    private (Partition Partition, string Key) RowOf(ExperimentAddress address) => address.Alone is { } alone
        ? (PartitionOf.Person(tenant, alone), OfOne.Prefix(address.In) + Prefix + KeyText.Of(address.Id.Value))
        : (beside.PartitionOf(address.In), Prefix + KeyText.Of(address.Id.Value));

    private ExperimentCodec CodecOf(RelationshipId relationship, PersonId? alone) =>
        new(sealer, alone is { } person ? Owner.Person(tenant, person) : Owner.Relationship(tenant, relationship.Value), relationship, alone);
}
