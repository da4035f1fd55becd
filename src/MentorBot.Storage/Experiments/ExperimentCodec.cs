using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime.Text;

namespace MentorBot.Storage.Experiments;

/// <summary>Something to try, one row; its words under the owner's key, sealed anew with each revision.</summary>
internal sealed class ExperimentCodec(Sealer sealer, Owner owner, RelationshipId relationship, PersonId? alone) : IRecordCodec<Experiment>
{
    private const int Schema = 1;

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Experiment one, CancellationToken cancellationToken) => new PropertyBag
    {
        { "schema", Schema },
        { "id", one.Address.Id.Value },
        { "author", one.Author.Value },
        { "revision", one.Revision },
        { "words", await sealer.Seal(owner, Words(partition, key, one.Revision), one.Words, cancellationToken) },
        { "day", one.Day is { } day ? LocalDatePattern.Iso.Format(day) : null },
        { "remindAt", one.RemindAt },
        { "putAway", one.IsPutAway },
        { "begun", one.Begun },
        { "at", one.At },
    }.Properties;

    public async ValueTask<Experiment> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var revision = row.Number("revision");
        return new(
            new(relationship, alone, new(row.Text("id"))),
            new(row.Text("author")),
            revision,
            await sealer.Open(owner, Words(partition, row.Key, revision), row.Bytes("words"), cancellationToken),
            row.TextIfAny("day") is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
            row.MomentIfAny("remindAt"),
            row.Is("putAway"),
            row.Moment("begun"),
            row.Moment("at"));
    }

    private static SealedPlace Words(Partition partition, string key, int revision) => new(partition, key, "words", revision, Schema);
}
