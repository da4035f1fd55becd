using MentorBot.Domain;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Requests;

/// <summary>Matching: the rows "request-{person}|{request}", sealed anew with each revision.</summary>
internal sealed class RequestCodec(Sealer sealer, TenantId tenant)
{
    public const string Prefix = "request-";

    private const int Schema = 1;

    private readonly FormCodec forms = new(sealer, tenant);

    public static string KeyOf(PersonId person, RequestId request) => PrefixOf(person) + KeyText.Of(request.Value);

    public static string PrefixOf(PersonId person) => $"{Prefix}{KeyText.Of(person.Value)}|";

    /// <summary>When something happens to the request in this row, without opening anything.</summary>
    public static Instant? DueOf(Row row) => row.MomentIfAny("due");

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Request request, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "id", request.Id.Value },
            { "person", request.Person.Value },
            { "revision", request.Revision },
            { "round", request.Round },
            { "since", request.Since },
            { "zone", request.Zone.Id },
            { "notAgain", request.NotAgain },
            { "peers", request.OpenToPeers },
            { "invited", request.Invited?.ToString() },
            { "wordBy", request.WordBy },
            { "fellThrough", request.FellThrough },
            { "due", request.NextDue },
        };
        StateCodec.AddTo(row, request.State);
        await forms.AddTo(row, request.Form, OwnerOf(request.Person), PlaceIn(request.Person, request.Id, request.Revision), cancellationToken);
        return row.Properties;
    }

    public ValueTask<Request> Decode(Row row, CancellationToken cancellationToken) => Decode(row, OwnerOf(new(row.Text("person"))), cancellationToken);

    /// <summary>Words and line stay sealed, so that reading many unwraps nobody's key.</summary>
    public ValueTask<Request> WithoutWords(Row row, CancellationToken cancellationToken) => Decode(row, null, cancellationToken);

    private async ValueTask<Request> Decode(Row row, Owner? owner, CancellationToken cancellationToken)
    {
        var (person, id, revision) = (new PersonId(row.Text("person")), new RequestId(row.Text("id")), row.Number("revision"));
        return new(
            id,
            person,
            revision,
            row.Number("round"),
            await forms.Of(row, owner, PlaceIn(person, id, revision), cancellationToken),
            StateCodec.Of(row),
            row.Moment("since"),
            DateTimeZoneProviders.Tzdb[row.Text("zone")],
            row.People("notAgain"),
            row.Is("peers"),
            row.TextIfAny("invited") is { } invited ? Enum.Parse<InvitedAs>(invited) : null,
            row.MomentIfAny("wordBy"),
            row.Is("fellThrough"));
    }

    private Owner OwnerOf(PersonId person) => Owner.Person(tenant, person);

    private Func<string, SealedPlace> PlaceIn(PersonId person, RequestId id, int revision) =>
        property => new(PartitionOf.Matching(tenant), KeyOf(person, id), property, revision, Schema);
}
