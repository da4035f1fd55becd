using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Keeping;

/// <summary>Relationships: the row "keep-{conversation}". The texts lie under the relationship's key, sealed anew with each revision.</summary>
internal sealed class KeepCodec(Sealer sealer, TenantId tenant, RelationshipId id) : IRecordCodec<Keep>
{
    private const int Schema = 1;
    private const string Mentee = "OfMentee";
    private const string Mentor = "OfMentor";

    private readonly Owner owner = Owner.Relationship(tenant, id.Value);

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Keep keep, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "number", keep.Number },
            { "revision", keep.Revision },
            { "round", keep.Round },
            { "state", keep.Stage },
            { "until", keep.Until },
            { "remindAt", keep.RemindAt },
            { "texts", keep.Texts },
            { "onTable", keep.OnTable },
            { "isHome", keep.IsHome },
        };
        await Add(row, keep.OfMentee, Mentee, PlaceIn(partition, key, keep.Revision), cancellationToken);
        await Add(row, keep.OfMentor, Mentor, PlaceIn(partition, key, keep.Revision), cancellationToken);
        return row.Properties;
    }

    public async ValueTask<Keep> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var place = PlaceIn(partition, row.Key, row.Number("revision"));
        return new(
            id,
            row.Number("number"),
            row.Number("revision"),
            row.Number("round"),
            row.One<KeepStage>("state"),
            row.Moment("until"),
            row.MomentIfAny("remindAt"),
            row.Number("texts"),
            row.Number("onTable"),
            row.Is("isHome"),
            await Share(row, Mentee, place, cancellationToken),
            await Share(row, Mentor, place, cancellationToken));
    }

    private async ValueTask Add(PropertyBag row, Share share, string whose, Func<string, SealedPlace> place, CancellationToken cancellationToken)
    {
        row.Add("person" + whose, share.Person.Value);
        row.Add("wish" + whose, share.Wish);
        row.Add("fineWith" + whose, share.FineWith);
        row.Add("takeAlong" + whose, share.MayTakeAlong);
        row.Add("card" + whose, share.Card);
        await Add(row, share.Draft, "draft" + whose, place, cancellationToken);
        await Add(row, share.Shown, "shown" + whose, place, cancellationToken);
    }

    private async ValueTask Add(PropertyBag row, Written? text, string name, Func<string, SealedPlace> place, CancellationToken cancellationToken)
    {
        if (text is null)
            return;
        row.Add(name + "Number", text.Number);
        row.Add(name, await sealer.Seal(owner, place(name), text.Words, cancellationToken));
    }

    private async ValueTask<Share> Share(Row row, string whose, Func<string, SealedPlace> place, CancellationToken cancellationToken) => new(
        new(row.Text("person" + whose)),
        row.One<KeepWish>("wish" + whose),
        await Text(row, "draft" + whose, place, cancellationToken),
        await Text(row, "shown" + whose, place, cancellationToken),
        row.Number("fineWith" + whose),
        row.Is("takeAlong" + whose),
        row.Number("card" + whose));

    private async ValueTask<Written?> Text(Row row, string name, Func<string, SealedPlace> place, CancellationToken cancellationToken) =>
        await sealer.OpenIfAny(owner, place(name), row, cancellationToken) is { } words ? new(row.Number(name + "Number"), words) : null;

    private static Func<string, SealedPlace> PlaceIn(Partition partition, string key, int revision) => property => new(partition, key, property, revision, Schema);
}
