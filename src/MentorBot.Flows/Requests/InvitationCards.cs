using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Requests;

/// <summary>"We found each other", for whoever invites.</summary>
public sealed class InvitationCards(IDirectory directory)
{
    public async Task<AdaptiveCard> Asking(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(asking.Whom, cancellationToken);
        return Card.Of(
            InvitationText.InvitedTitle.With(name),
            [Card.Text(InvitationText.Invited.With(name, reader.Day(ChoiceCards.HearsBy(request, asking))))],
            ChoiceCards.TakeBack(request, asking.Match, asking.Whom));
    }

    /// <summary>The invited person does not have the bot.</summary>
    public async Task<AdaptiveCard> ToForward(Request request, RequestState.ToForward forward, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(forward.Whom, cancellationToken);
        return Card.Of(
            InvitationText.ForwardTitle.With(name),
            [Card.Text(InvitationText.Forward.With(name, reader.Day(forward.Until)))],
            RequestCards.Open(InvitationText.ShowTheLine, RequestActions.ShowLine, request),
            ChoiceCards.TakeBack(request, forward.Match, forward.Whom));
    }

    public async Task<AdaptiveCard> NotComeAbout(Request request, RequestState.NotComeAbout not, Reader reader, CancellationToken cancellationToken) => Card.Of(
        ChoiceText.NotComeAboutTitle,
        [
            Card.Text(InvitationText.NotComeAbout.With(await directory.NameOf(not.With, cancellationToken))),
            Card.Small(InvitationText.NotComeAboutDefault.With(reader.Day(not.By))),
        ],
        Card.Press(RequestText.FindMeSomeone, RequestActions.Begin),
        RequestCards.Press(InvitationText.LetItRest, RequestActions.LetItRest, request));

    /// <summary>For whoever was invited before they were here: opens the question.</summary>
    public static AdaptiveAction SeeIt(Request request, RequestState.ToForward forward) => Card.Press(
        InvitationText.SeeIt,
        RequestActions.Arrived,
        (RequestActions.Person, request.Person.Value),
        (RequestActions.Request, request.Id.Value),
        (RequestActions.Match, forward.Match.Value));
}
