using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Offers;

/// <summary>
/// People: the row "offer" of each person who offers. Sealed anew with each revision: the few words about themselves, under their
/// own key; whom they would rather not be introduced to, under the tenant's.
/// </summary>
internal sealed class OfferCodec(Sealer sealer, TenantId tenant)
{
    public const string Key = "offer";

    private const int Schema = 1;

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Offer offer, CancellationToken cancellationToken)
    {
        var form = offer.Form;
        var about = await sealer.SealIfAny(OwnerOf(offer.Person), AboutPlace(offer.Person, offer.Revision), form.About, cancellationToken);
        var notThese = await sealer.SealIfAny(Owner.Tenant(tenant), NotThesePlace(offer.Person, offer.Revision), form.NotThese.ToSeal(), cancellationToken);
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "id", offer.Id.Value },
            { "revision", offer.Revision },
            { "zone", offer.Zone.Id },
            { "help", form.Help.Select(help => help.ToString()) },
            { "themes", form.Themes },
            { "places", form.Places },
            { "pace", form.Pace },
            { "about", about },
            { "ease", form.AtEaseWith },
            { "languages", form.Languages },
            { "meeting", form.Meeting },
            { "shortNotice", form.AtShortNotice },
            { "notThese", notThese },
            { "ownWish", form.OwnWish },
        };
        AddState(row, offer.State);
        return row.Properties;
    }

    public async ValueTask<Offer> Decode(PersonId person, Row row, CancellationToken cancellationToken)
    {
        var revision = row.Number("revision");
        var about = await sealer.OpenIfAny(OwnerOf(person), AboutPlace(person, revision), row, cancellationToken);
        var notThese = await sealer.OpenIfAny(Owner.Tenant(tenant), NotThesePlace(person, revision), row, cancellationToken);
        return new Offer(
            new OfferId(row.Text("id")),
            person,
            revision,
            new OfferForm(
                [.. row.Several("help").Select(Enum.Parse<Help>)],
                row.Several("themes"),
                row.One<Places>("places"),
                row.One<Pace>("pace"),
                about,
                row.One<AtEaseWith>("ease"),
                row.Several("languages"),
                row.One<WayOfMeeting>("meeting"),
                row.Is("shortNotice"),
                NeverList.FromSealed(notThese),
                row.Is("ownWish")),
            State(row),
            DateTimeZoneProviders.Tzdb[row.Text("zone")]);
    }

    private static void AddState(PropertyBag row, OfferState state)
    {
        row.Add("state", state.GetType().Name);
        switch (state)
        {
            case OfferState.Kept kept:
                row.Add("eraseAt", kept.EraseAt);
                break;
            case OfferState.TryingOut trying:
                row.Add("partner", trying.Partner?.Value);
                row.Add("notAgain", trying.NotAgain);
                row.Add("remindAt", trying.RemindAt);
                row.Add("eraseAt", trying.EraseAt);
                break;
            case OfferState.Waiting waiting:
                row.Add("tryOut", waiting.TryOut);
                row.Add("round", waiting.Round);
                row.Add("asked", waiting.Asked);
                row.Add("by", waiting.By);
                row.Add("wordAbout", waiting.Word?.About.ToString());
                row.Add("wordBy", waiting.Word?.By);
                break;
            case OfferState.Open open:
                row.Add("confirmedBy", open.ConfirmedBy.Value);
                break;
            case OfferState.Paused paused:
                row.Add("confirmedBy", paused.ConfirmedBy.Value);
                row.Add("until", LocalDatePattern.Iso.Format(paused.Until));
                row.Add("endsAt", paused.EndsAt);
                break;
            case OfferState.Resting resting:
                row.Add("confirmedBy", resting.ConfirmedBy.Value);
                break;
        }
    }

    private static OfferState State(Row row) => row.Text("state") switch
    {
        nameof(OfferState.Kept) => new OfferState.Kept(row.Moment("eraseAt")),
        nameof(OfferState.TryingOut) => new OfferState.TryingOut(
            row.PersonIfAny("partner"), row.People("notAgain"), row.MomentIfAny("remindAt"), row.Moment("eraseAt")),
        nameof(OfferState.Waiting) => new OfferState.Waiting(
            row.One<TryOut>("tryOut"),
            row.Number("round"),
            row.People("asked"),
            row.Moment("by"),
            row.TextIfAny("wordAbout") is { } about ? new WordFirst(Enum.Parse<OpenPoint>(about), row.Moment("wordBy")) : null),
        nameof(OfferState.Open) => new OfferState.Open(new PersonId(row.Text("confirmedBy"))),
        nameof(OfferState.Paused) => new OfferState.Paused(
            new PersonId(row.Text("confirmedBy")), LocalDatePattern.Iso.Parse(row.Text("until")).Value, row.Moment("endsAt")),
        nameof(OfferState.Resting) => new OfferState.Resting(new PersonId(row.Text("confirmedBy"))),
        var other => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"An offer in the unknown state {other}: written by a newer version?")),
    };

    private Owner OwnerOf(PersonId person) => Owner.Person(tenant, person);

    private SealedPlace AboutPlace(PersonId person, int revision) => new(PartitionOf.Person(tenant, person), Key, "about", revision, Schema);

    private SealedPlace NotThesePlace(PersonId person, int revision) => new(PartitionOf.Person(tenant, person), Key, "notThese", revision, Schema);
}
