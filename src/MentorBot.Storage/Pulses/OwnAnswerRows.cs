using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Pulses;

/// <summary>What people answered: with each of them, under their own key, the rows "with-{relationship}-checkin-{pulse}".</summary>
public sealed class OwnAnswerRows(IRowStore store, RecordRows records, Sealer sealer, MentoringProgramme programme)
{
    private const string All = "with-";
    private const string Middle = "checkin-";

    private readonly TenantId tenant = programme.Tenant;

    internal Task<OwnAnswers?> Find(PersonId person, RelationshipId about, PulseId id, CancellationToken cancellationToken) =>
        records.Find(PartitionOf.Person(tenant, person), KeyOf(about, id), CodecOf(person), cancellationToken);

    internal async Task<ImmutableArray<OwnAnswers>> Of(PersonId person, CancellationToken cancellationToken)
    {
        var (partition, codec) = (PartitionOf.Person(tenant, person), CodecOf(person));
        var own = ImmutableArray.CreateBuilder<OwnAnswers>();
        foreach (var row in await store.Prefix(partition, All, cancellationToken))
            if (row.TextIfAny("checkin") is not null)
                own.Add(await codec.Decode(partition, row, cancellationToken));
        return own.ToImmutable();
    }

    internal Task<TOutcome> Decide<TOutcome>(
        PersonId person, RelationshipId about, PulseId id, Func<OwnAnswers?, Decision<OwnAnswers, TOutcome>> decide, CancellationToken cancellationToken) =>
        records.Decide(PartitionOf.Person(tenant, person), KeyOf(about, id), CodecOf(person), decide, cancellationToken);

    internal Task Erase(PersonId person, RelationshipId about, PulseId id, CancellationToken cancellationToken) =>
        Decide(person, about, id, found => new Decision<OwnAnswers, bool>(true, found is not null, null, []), cancellationToken);

    private static string KeyOf(RelationshipId about, PulseId id) => OfOne.Prefix(about) + Middle + KeyText.Of(id.Value);

    private Codec CodecOf(PersonId person) => new(sealer, Owner.Person(tenant, person));

    private sealed class Codec(Sealer sealer, Owner owner) : IRecordCodec<OwnAnswers>
    {
        private const int Schema = 1;

        public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, OwnAnswers own, CancellationToken cancellationToken) => new PropertyBag
        {
            { "schema", Schema },
            { "checkin", own.Pulse.Value },
            { "form", own.Form },
            { "at", own.At },
            { "about", own.About.Value },
            { "other", own.Other.Value },
            { "answers", await sealer.Seal(owner, Place(partition, key, own.At.ToUnixTimeTicks()), own.Answers.ToSeal(), cancellationToken) },
        }.Properties;

        public async ValueTask<OwnAnswers> Decode(Partition partition, Row row, CancellationToken cancellationToken) => new(
            new(row.Text("checkin")),
            row.One<PulseForm>("form"),
            row.Moment("at"),
            new(row.Text("about")),
            new(row.Text("other")),
            Answers.FromSealed(await sealer.Open(owner, Place(partition, row.Key, row.Moment("at").ToUnixTimeTicks()), row.Bytes("answers"), cancellationToken)));

        private static SealedPlace Place(Partition partition, string key, long revision) => new(partition, key, "answers", revision, Schema);
    }
}
