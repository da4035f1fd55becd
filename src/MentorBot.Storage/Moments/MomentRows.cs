using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Moments;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Moments;

/// <summary>Moments: in People, the rows "moment-{id}", under the author's key; their copies in Relationships, the rows "moment-{id}-{author}", under the relationship's.</summary>
public sealed class MomentRows(RecordRows records, BesidePair beside, Sealer sealer, MentoringProgramme programme) : IMoments
{
    private const string Prefix = "moment-";
    private const int Schema = 1;

    private readonly TenantId tenant = programme.Tenant;

    public async Task<ImmutableArray<Moment>> Of(PersonId author, CancellationToken cancellationToken) =>
        NewestFirst(await records.All(PartitionOf.Person(tenant, author), Prefix, CodecOf(author), cancellationToken));

    public async Task<ImmutableArray<Moment>> In(RelationshipId relationship, CancellationToken cancellationToken) =>
        NewestFirst(await records.All(beside.PartitionOf(relationship), Prefix, CodecOf(relationship), cancellationToken));

    public Task<MomentOutcome> Decide(PersonId author, MomentId id, Func<Moment?, Decision<Moment, MomentOutcome>> decide, CancellationToken cancellationToken) =>
        records.Decide(PartitionOf.Person(tenant, author), KeyOf(id), CodecOf(author), decide, cancellationToken);

    internal Task<Moment?> Find(PersonId author, MomentId id, CancellationToken cancellationToken) =>
        records.Find(PartitionOf.Person(tenant, author), KeyOf(id), CodecOf(author), cancellationToken);

    internal Task<MomentOutcome> Copy(RelationshipId relationship, Moment moment, CancellationToken cancellationToken) => beside.Decide<Moment, MomentOutcome>(
        relationship,
        $"{KeyOf(moment.Id)}-{KeyText.Of(moment.Author.Value)}",
        CodecOf(relationship),
        (pair, copy) => Remembering.Copy(pair, copy, moment),
        cancellationToken);

    private static string KeyOf(MomentId id) => Prefix + KeyText.Of(id.Value);

    private static ImmutableArray<Moment> NewestFirst(ImmutableArray<Moment> moments) =>
        [.. moments.OrderByDescending(moment => moment.At).ThenByDescending(moment => moment.Id.Value, StringComparer.Ordinal)];

    private Codec CodecOf(RelationshipId relationship) => new(sealer, Owner.Relationship(tenant, relationship.Value));

    private Codec CodecOf(PersonId person) => new(sealer, Owner.Person(tenant, person));

    private sealed class Codec(Sealer sealer, Owner owner) : IRecordCodec<Moment>
    {
        /// <summary>Never changed, so there is one revision.</summary>
        private const int Revision = 1;

        public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Moment moment, CancellationToken cancellationToken) => new PropertyBag
        {
            { "schema", Schema },
            { "id", moment.Id.Value },
            { "author", moment.Author.Value },
            { "words", await sealer.Seal(owner, Words(partition, key), moment.Words, cancellationToken) },
            { "shared", moment.Shared.Select(one => KeyText.Of(one.Value)) },
            { "at", moment.At },
        }.Properties;

        public async ValueTask<Moment> Decode(Partition partition, Row row, CancellationToken cancellationToken) => new(
            new(row.Text("id")),
            new(row.Text("author")),
            await sealer.Open(owner, Words(partition, row.Key), row.Bytes("words"), cancellationToken),
            [.. row.Several("shared").Select(one => new RelationshipId(KeyText.Back(one)))],
            row.Moment("at"));

        private static SealedPlace Words(Partition partition, string key) => new(partition, key, "words", Revision, Schema);
    }
}
