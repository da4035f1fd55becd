using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Requests;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Relationships;

/// <summary>Relationships: the row "pair". What was written lies under the relationship's own key, sealed anew with each revision.</summary>
internal sealed class RelationshipCodec(Sealer sealer, TenantId tenant)
{
    public const string Key = "pair";

    private const int Schema = 1;

    private readonly FormCodec forms = new(sealer, tenant);

    /// <summary>When everything is to be erased, without opening anything; null while they go on.</summary>
    public static Instant? EraseAtOf(Row row) => row.MomentIfAny("eraseAt");

    public static (PersonId Mentee, PersonId Mentor) PeopleOf(Row row) => (new(row.Text("mentee")), new(row.Text("mentor")));

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Relationship pair, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "id", pair.Id.Value },
            { "mentee", pair.Mentee.Value },
            { "mentor", pair.Mentor.Value },
            { "byTurns", pair.ByTurns },
            { "asPeers", pair.AsPeers ? nameof(pair.AsPeers) : null },
            { "revision", pair.Revision },
            { "since", pair.Since },
            { "begun", pair.Begun },
            { "zone", pair.Zone.Id },
            { "state", pair.State.GetType().Name },
            { "firstTime", TimeText.WriteIfAny(pair.FirstTime) },
        };
        switch (pair.State)
        {
            case RelationshipState.Going going:
                row.Add("quietUntil", going.QuietUntil);
                break;
            case RelationshipState.Ended ended:
                row.Add("endedBy", ended.By.Value);
                row.Add("how", ended.How);
                row.Add("at", ended.At);
                row.Add("eraseAt", ended.EraseAt);
                break;
        }

        await forms.AddTo(row, pair.Asked, Owner.Relationship(tenant, pair.Id.Value), PlaceIn(pair.Id, pair.Revision), cancellationToken);
        return row.Properties;
    }

    public ValueTask<Relationship> Decode(Row row, CancellationToken cancellationToken) => Decode(row, Owner.Relationship(tenant, row.Text("id")), cancellationToken);

    /// <summary>The same, with what was written left sealed.</summary>
    public ValueTask<Relationship> WithoutWords(Row row, CancellationToken cancellationToken) => Decode(row, null, cancellationToken);

    private async ValueTask<Relationship> Decode(Row row, Owner? owner, CancellationToken cancellationToken)
    {
        var (id, revision) = (new RelationshipId(row.Text("id")), row.Number("revision"));
        var (mentee, mentor) = PeopleOf(row);
        return new(
            id,
            mentee,
            mentor,
            row.Is("byTurns"),
            revision,
            await forms.Of(row, owner, PlaceIn(id, revision), cancellationToken),
            row.Moment("since"),
            row.Moment("begun"),
            DateTimeZoneProviders.Tzdb[row.Text("zone")],
            State(row),
            TimeText.ReadIfAny(row.TextIfAny("firstTime")),
            row.TextIfAny("asPeers") is not null);
    }

    private static RelationshipState State(Row row) => row.Text("state") switch
    {
        nameof(RelationshipState.Going) => new RelationshipState.Going(row.MomentIfAny("quietUntil")),
        nameof(RelationshipState.Ended) => new RelationshipState.Ended(
            new(row.Text("endedBy")), row.One<Domain.Relationships.Ending>("how"), row.Moment("at"), row.Moment("eraseAt")),
        var other => throw new InvalidDataException($"A relationship in the unknown state {other}: written by a newer version?"),
    };

    private Func<string, SealedPlace> PlaceIn(RelationshipId id, int revision) =>
        property => new(PartitionOf.Relationship(tenant, id.Value), Key, property, revision, Schema);
}
