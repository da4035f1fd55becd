using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Matching;

/// <summary>
/// Matching: the rows "mentor-{person}". Whom a mentor would rather not be introduced to is sealed under the tenant's key, so that
/// looking through all of them unwraps one key. The row counts its own changes, for the seal's place.
/// </summary>
internal sealed class MentorCodec(Sealer sealer, TenantId tenant)
{
    public const string Prefix = "mentor-";

    private const int Schema = 1;

    public static string KeyOf(PersonId person) => Prefix + KeyText.Of(person.Value);

    public async ValueTask<Mentor> Decode(Row row, CancellationToken cancellationToken)
    {
        var person = new PersonId(row.Text("person"));
        return new(
            person,
            row.One<MentorStanding>("standing"),
            row.TextIfAny("places") is null ? null : await Offered(person, row, cancellationToken),
            [.. row.Several("reserved").Select(match => new MatchId(KeyText.Back(match)))],
            [.. Parts(row, "taken").Select(parts => new TakenPlace(new(parts[0]), new(parts[1])))],
            [.. Parts(row, "asked").Select(parts => new AskedFor(new(parts[0]), new(parts[1]), new RequestId(parts[2])))],
            row.Number("silences"),
            row.Number("begun"));
    }

    /// <summary>What keeps this mentor: of somebody of whom nothing has to be kept, no row is.</summary>
    /// <param name="before">The row that was read; null where there was none.</param>
    public async ValueTask<ImmutableArray<Write>> Keep(Mentor mentor, Row? before, CancellationToken cancellationToken)
    {
        var key = KeyOf(mentor.Person);
        if (mentor.IsBlank)
            return before is null ? [] : [new Write.Delete(key, before.ETag)];

        var properties = await Encode(mentor, (before?.Number("revision") ?? 0) + 1, cancellationToken);
        return [before is null ? new Write.Insert(key, properties) : new Write.Replace(key, before.ETag, properties)];
    }

    private async ValueTask<IReadOnlyDictionary<string, object>> Encode(Mentor mentor, int revision, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "person", mentor.Person.Value },
            { "revision", revision },
            { "standing", mentor.Standing },
            { "reserved", mentor.Reserved.Select(match => KeyText.Of(match.Value)) },
            { "taken", mentor.Taken.Select(place => Joined(place.Match.Value, place.Mentee.Value)) },
            { "asked", mentor.Asked.Select(asked => Joined(asked.Match.Value, asked.By.Value, asked.Request.Value)) },
            { "silences", mentor.Silences },
            { "begun", mentor.Begun },
        };
        if (mentor.Offers is { } offers)
        {
            row.Add("help", offers.Help.Select(help => help.ToString()));
            row.Add("themes", offers.Themes);
            row.Add("places", offers.Places);
            row.Add("pace", offers.Pace);
            row.Add("ease", offers.AtEaseWith);
            row.Add("languages", offers.Languages);
            row.Add("meeting", offers.Meeting);
            row.Add("shortNotice", offers.AtShortNotice);
            row.Add("notThese", await sealer.SealIfAny(Owner.Tenant(tenant), Place(mentor.Person, revision), offers.NotThese.ToSeal(), cancellationToken));
        }

        return row.Properties;
    }

    private async ValueTask<Offered> Offered(PersonId person, Row row, CancellationToken cancellationToken)
    {
        var notThese = await sealer.OpenIfAny(Owner.Tenant(tenant), Place(person, row.Number("revision")), row, cancellationToken);
        return new(
            [.. row.Several("help").Select(Enum.Parse<Help>)],
            row.Several("themes"),
            row.One<Places>("places"),
            row.One<Pace>("pace"),
            row.One<AtEaseWith>("ease"),
            row.Several("languages"),
            row.One<WayOfMeeting>("meeting"),
            row.Is("shortNotice"),
            NeverList.FromSealed(notThese));
    }

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var escaped = new string[parts.Length];
        for (var at = 0; at < parts.Length; at++)
            escaped[at] = KeyText.Of(parts[at]);
        return string.Join('|', escaped);
    }

    private static IEnumerable<string[]> Parts(Row row, string name) =>
        row.Several(name).Select(joined => joined.Split('|').Select(KeyText.Back).ToArray());

    private SealedPlace Place(PersonId person, int revision) => new(PartitionOf.Matching(tenant), KeyOf(person), "notThese", revision, Schema);
}
