using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Requests;

/// <summary>The cards of the person asking: where it stands, from the notice before the first question on. Never a word that anybody wrote.</summary>
public sealed class RequestCards(MentoringProgramme programme, IDirectory directory, IReviewers reviewers, ChoiceCards choices, InvitationCards invitations)
{
    /// <param name="after">The relationship that ended before, if one did.</param>
    public async Task<AdaptiveCard> BeforeYouWrite(PersonId person, RelationshipId? after, CancellationToken cancellationToken) => Card.Of(
        RequestText.NoticeTitle,
        [
            Card.Text(PrivacyText.ForAsking.With(programme.Organisation, programme.ErasureDays, await CoordinatorFor(person, cancellationToken))),
            Card.Text(RequestText.NoticeBody),
            Card.Small(PrivacyText.SmallPrint.With(programme.Contacts)),
        ],
        Card.Open(RequestText.OpenForm, RequestActions.Form, After(after)),
        Card.Open(RequestText.WeFoundEachOther, RequestActions.InviteForm),
        Card.Open(PrivacyText.WhoSeesWhat, ActionIds.WhoSeesWhat),
        Card.Press(RequestText.NotNow, RequestActions.NotNow));

    /// <summary>Asking again while something is open.</summary>
    /// <param name="line">How that stands.</param>
    public static AdaptiveCard AlreadyOpen(string line, bool mayAdd, RelationshipId? after) => Card.Of(
        null,
        [Card.Text(RequestText.AlreadyOpen), Card.Text(line), Card.Text(mayAdd ? RequestText.AddOrChange : RequestText.AsManyAsCanBe)],
        Card.Press(RequestText.ShowMe, ActionIds.WhereAmI),
        mayAdd ? Card.Open(RequestText.AddAnother, RequestActions.Form, After(after)) : null);

    /// <summary>The card that belongs to where the request stands. While people are proposed to a coordinator, it says the same as before.</summary>
    public async Task<AdaptiveCard> Current(Request? request, Reader reader, CancellationToken cancellationToken) => request switch
    {
        null => Card.Line(RequestText.Gone, Card.Press(RequestText.FindMeSomeone, RequestActions.Begin)),
        { State: RequestState.Accepted } => Card.Settled(),
        { State: RequestState.Kept kept } => Card.Of(
            RequestText.KeptTitle,
            [Card.Text(RequestText.Kept.With(reader.Day(kept.EraseAt)))],
            Open(RequestText.OpenIt, RequestActions.Form, request),
            Press(RequestText.EraseIt, RequestActions.Erase, request)),
        { State: RequestState.Choosing choosing } => await choices.Choosing(request, choosing, await WordWished(request, reader, cancellationToken), reader, cancellationToken),
        { State: RequestState.ToForward forward } => await invitations.ToForward(request, forward, reader, cancellationToken),
        { Invited: not null, State: RequestState.Asking asking } => await invitations.Asking(request, asking, reader, cancellationToken),
        { State: RequestState.Asking asking } => await choices.Asking(request, asking, reader, cancellationToken),
        { Invited: not null, State: RequestState.NotComeAbout not } => await invitations.NotComeAbout(request, not, reader, cancellationToken),
        { State: RequestState.NotComeAbout not } => await choices.NotComeAbout(
            request, not, await WordWished(request, reader, cancellationToken), await TalkWith(request, cancellationToken), reader, cancellationToken),
        { State: RequestState.PutAside aside } => Card.Line(
            RequestText.PutAside.With(reader.Day(aside.Until)),
            Press(RequestText.TakeItUpAgain, RequestActions.ChooseAgain, request),
            Open(RequestText.Withdraw, RequestActions.WithdrawForm, request)),
        { State: RequestState.Looking { Told: true } looking } => await NotYet(request, looking, reader, cancellationToken),
        _ => await Looking(request, reader, cancellationToken),
    };

    /// <summary>None of those shown; nothing is decided yet.</summary>
    public async Task<AdaptiveCard> NoneOfThese(Request request, Reader reader, CancellationToken cancellationToken) =>
        ChoiceCards.NoneOfThese(request, await WordWished(request, reader, cancellationToken), await TalkWith(request, cancellationToken));

    /// <summary>Whoever looks after this person's wishes and is named to them: never they themselves, and nobody of their own line while anybody else is there.</summary>
    public async Task<string> CoordinatorFor(PersonId person, CancellationToken cancellationToken)
    {
        var who = await reviewers.Of([person], cancellationToken);
        return await directory.NameOf(who.First.IsEmpty ? programme.Coordinators[0] : who.First[0], cancellationToken);
    }

    /// <summary>When the person hears, found or not.</summary>
    internal static Instant HearsBy(Request request) => request.State switch
    {
        RequestState.Proposed proposed => proposed.ReleaseAt,
        RequestState.Looking looking => looking.By,
        _ => throw new InvalidOperationException("Only who waits hears by a date of this kind."),
    };

    internal static AdaptiveAction Press(string title, string id, Request request) => Card.Press(title, id, (RequestActions.Request, request.Id.Value));

    internal static AdaptiveAction Open(string title, string id, Request request) => Card.Open(title, id, (RequestActions.Request, request.Id.Value));

    /// <summary>A name as it fits on a button.</summary>
    internal static string First(string name) => name.Split(' ')[0];

    private async Task<AdaptiveCard> Looking(Request request, Reader reader, CancellationToken cancellationToken)
    {
        var day = reader.Day(HearsBy(request));
        var whatNext = request switch
        {
            { State: RequestState.Proposed { Held: true } } => RequestText.LookingLonger.With(day),
            { Form.WishedFor: { } wished } => RequestText.LookingForOne.With(await directory.NameOf(wished, cancellationToken), day),
            { Form.Soon: HowSoon.ThisWeek } => RequestText.LookingSoon.With(reader.Moment(HearsBy(request))),
            _ => RequestText.Looking.With(await CoordinatorFor(request.Person, cancellationToken), day),
        };
        return Card.Of(
            RequestText.LookingTitle,
            [
                Card.Text(whatNext),
                Card.Small(Ticked(request.Form)),
                request.OpenToPeers ? Card.Small(RequestText.OpenToPeers) : null,
                await WordWished(request, reader, cancellationToken),
            ],
            Open(RequestText.ChangeSomething, RequestActions.Form, request),
            Open(RequestText.Withdraw, RequestActions.WithdrawForm, request));
    }

    private async Task<AdaptiveCard> NotYet(Request request, RequestState.Looking looking, Reader reader, CancellationToken cancellationToken) => Card.Of(
        RequestText.NotYetTitle,
        [
            Card.Text(RequestText.NotYet.With(await CoordinatorFor(request.Person, cancellationToken))),
            Card.Small(request.OpenToPeers ? RequestText.OpenToPeers : RequestText.PeersSmall),
            await WordWished(request, reader, cancellationToken),
            Card.Small(RequestText.NotYetDefault.With(reader.Day(looking.By))),
        ],
        Press(RequestText.GoOnLooking, RequestActions.GoOn, request),
        Open(RequestText.WidenMyWishes, RequestActions.WidenForm, request),
        request.OpenToPeers ? null : Press(RequestText.SomeoneLookingToo, RequestActions.OpenToPeers, request),
        await TalkWith(request, cancellationToken),
        Open(RequestText.Withdraw, RequestActions.WithdrawForm, request));

    /// <summary>What was ticked, in one line.</summary>
    private string Ticked(RequestForm form)
    {
        var themes = RequestChoices.Read(RequestChoices.Themes(programme), form.Themes);
        var help = RequestChoices.Read(RequestChoices.Help, form.Help.Select(one => one.ToString()));
        return string.Join(" · ", new[]
        {
            themes is null ? null : RequestText.About.With(themes),
            help is null ? null : RequestText.HelpWith.With(help),
            RequestChoices.Read(RequestChoices.Soon, [form.Soon.ToString()]),
            RequestChoices.Read(RequestChoices.Pace, [form.Pace.ToString()]),
        }.OfType<string>());
    }

    private async Task<AdaptiveElement?> WordWished(Request request, Reader reader, CancellationToken cancellationToken) => request.WordBy is { } by
        ? Card.Text(RequestText.WordWished.With(await CoordinatorFor(request.Person, cancellationToken), reader.Day(by)))
        : null;

    private async Task<AdaptiveAction?> TalkWith(Request request, CancellationToken cancellationToken) => request.WordBy is null
        ? Card.Press(
            RequestText.TalkWith.With(First(await CoordinatorFor(request.Person, cancellationToken))),
            RequestActions.TalkWith,
            (RequestActions.Request, request.Id.Value),
            (RequestActions.Round, request.Round.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : null;

    private static (string, string)[] After(RelationshipId? after) => after is { } relationship ? [(RequestActions.After, relationship.Value)] : [];
}
