using MentorBot.Domain.Directory;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Requests;

/// <summary>What could be wider; withdraw, are you sure; more about somebody whom one could choose.</summary>
public static class SmallForms
{
    public const string Wider = "wider";

    public static Form Widen(Request request, string? wrong)
    {
        var wider = Card.Choices(Wider, RequestText.WidenLabel, RequestChoices.Wider, request.Form.Widened.Select(one => one.ToString()), several: true);
        return new(RequestText.WidenTitle, Card.Of(
            null,
            [wrong is null ? null : Card.Wrong(wrong), Card.Text(RequestText.WidenIntro), wider],
            Card.Submit(RequestText.Save, RequestActions.Widen, (RequestActions.Request, request.Id.Value)),
            Card.Submit(RequestText.LeaveAsIs, ActionIds.CloseForm)));
    }

    public static Form Withdraw(Request request) => new(RequestText.WithdrawTitle, Card.Of(
        null,
        [Card.Text(RequestText.WithdrawBody)],
        request.Whom is { } whom
            ? Card.Submit(RequestText.Withdraw, RequestActions.Withdraw, (RequestActions.Request, request.Id.Value), (RequestActions.Whom, whom.Value))
            : Card.Submit(RequestText.Withdraw, RequestActions.Withdraw, (RequestActions.Request, request.Id.Value)),
        Card.Submit(RequestText.KeepItGoing, ActionIds.CloseForm)));

    /// <param name="offer">Null for somebody who does not offer: a peer.</param>
    public static Form More(Person person, OfferForm? offer)
    {
        var words = FormText.Show(offer?.About);
        var languages = string.Join(", ", (offer?.Languages ?? person.Languages).Select(WishChoices.NameOf));
        return new(ChoiceText.MoreTitle.With(person.Name), Card.Of(
            null,
            [
                Card.Text($"**{ChoiceText.MoreWords}**"),
                words is null ? Card.Text(ChoiceText.MoreNothing) : Card.Written(words),
                Card.Text($"**{ChoiceText.MoreLanguages}**\n\n{languages}"),
                offer is null ? null : Card.Text($"**{ChoiceText.MoreMeeting}**\n\n{RequestChoices.Read(WishChoices.Meeting, [offer.Meeting.ToString()])}"),
                offer is null ? null : Card.Text($"**{ChoiceText.MorePace}**\n\n{RequestChoices.Read(RequestChoices.Pace, [offer.Pace.ToString()])}"),
            ],
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }
}
