using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Scheduling;

/// <summary>People: the row "with-{relationship}-appearance" of each person who chose something. The subject is sealed anew with each revision, under their own key.</summary>
public sealed class AppearanceRows(RecordRows records, Sealer sealer, MentoringProgramme programme) : IAppearances
{
    public async Task<Appearance> Find(PersonId person, RelationshipId relationship, CancellationToken cancellationToken) =>
        await records.Find(PartitionOf.Person(programme.Tenant, person), KeyOf(relationship), CodecOf(person), cancellationToken) ?? Appearance.Usual;

    public Task Save(PersonId person, RelationshipId relationship, Appearing appears, Confidential? subject, CancellationToken cancellationToken) =>
        records.Decide<Appearance, bool>(
            PartitionOf.Person(programme.Tenant, person),
            KeyOf(relationship),
            CodecOf(person),
            found =>
            {
                var now = found ?? Appearance.Usual;
                return now.As == appears && Equals(now.Subject, subject)
                    ? new(false, false, found, [])
                    : new(true, true, new(now.Revision + 1, appears, subject), [new Consequence.Step(SchedulingNotices.Follow, SchedulingNotices.Numbered(relationship, 0), "")]);
            },
            cancellationToken);

    private static string KeyOf(RelationshipId relationship) => OfOne.Prefix(relationship) + "appearance";

    private Codec CodecOf(PersonId person) => new(sealer, Owner.Person(programme.Tenant, person));

    private sealed class Codec(Sealer sealer, Owner owner) : IRecordCodec<Appearance>
    {
        private const int Schema = 1;

        public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Appearance record, CancellationToken cancellationToken) => new PropertyBag
        {
            { "schema", Schema },
            { "revision", record.Revision },
            { "as", record.As },
            { "subject", await sealer.SealIfAny(owner, PlaceIn(partition, key, record.Revision), record.Subject, cancellationToken) },
        }.Properties;

        public async ValueTask<Appearance> Decode(Partition partition, Row row, CancellationToken cancellationToken) => new(
            row.Number("revision"),
            row.One<Appearing>("as"),
            await sealer.OpenIfAny(owner, PlaceIn(partition, row.Key, row.Number("revision")), row, cancellationToken));

        private static SealedPlace PlaceIn(Partition partition, string key, int revision) => new(partition, key, "subject", revision, Schema);
    }
}
