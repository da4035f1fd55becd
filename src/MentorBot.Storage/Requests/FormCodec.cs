using MentorBot.Domain;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Requests;

/// <summary>
/// The part of a row that is what somebody asked for: in a request, and in the relationship that came of it. Words and line are
/// sealed under the key of whose row it is, whom they would rather not meet under the tenant's.
/// </summary>
internal sealed class FormCodec(Sealer sealer, TenantId tenant)
{
    /// <param name="place">Where a property of this row stands.</param>
    public async ValueTask AddTo(PropertyBag row, RequestForm form, Owner owner, Func<string, SealedPlace> place, CancellationToken cancellationToken)
    {
        row.Add("words", await sealer.SealIfAny(owner, place("words"), form.Words, cancellationToken));
        row.Add("help", form.Help.Select(help => help.ToString()));
        row.Add("themes", form.Themes);
        row.Add("soon", form.Soon);
        row.Add("pace", form.Pace);
        row.Add("wishedFor", form.WishedFor?.Value);
        row.Add("ease", form.AtEaseWith);
        row.Add("languages", form.Languages);
        row.Add("meeting", form.Meeting);
        row.Add("notThese", await sealer.SealIfAny(Owner.Tenant(tenant), place("notThese"), form.NotThese.ToSeal(), cancellationToken));
        row.Add("line", await sealer.SealIfAny(owner, place("line"), form.Line, cancellationToken));
        row.Add("coordinatorMayRead", form.CoordinatorMayRead);
        row.Add("widened", form.Widened.Select(widening => widening.ToString()));
    }

    /// <param name="owner">Null to leave words and line sealed.</param>
    public async ValueTask<RequestForm> Of(Row row, Owner? owner, Func<string, SealedPlace> place, CancellationToken cancellationToken) => new(
        owner is null ? null : await sealer.OpenIfAny(owner, place("words"), row, cancellationToken),
        [.. row.Several("help").Select(Enum.Parse<HelpWanted>)],
        row.Several("themes"),
        row.One<HowSoon>("soon"),
        row.One<Pace>("pace"),
        row.PersonIfAny("wishedFor"),
        row.One<AtEaseWith>("ease"),
        row.Several("languages"),
        row.One<WayOfMeeting>("meeting"),
        NeverList.FromSealed(await sealer.OpenIfAny(Owner.Tenant(tenant), place("notThese"), row, cancellationToken)),
        owner is null ? null : await sealer.OpenIfAny(owner, place("line"), row, cancellationToken),
        row.Is("coordinatorMayRead"),
        [.. row.Several("widened").Select(Enum.Parse<Widening>)]);
}
