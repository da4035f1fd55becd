using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Offers;

/// <summary>The cards of the person offering, and of the partner for the try-out. Never a word that anybody wrote.</summary>
public sealed class OfferCards(MentoringProgramme programme, IDirectory directory)
{
    public async Task<AdaptiveCard> BeforeYouWrite(CancellationToken cancellationToken) => Card.Of(
        OfferText.NoticeTitle,
        [
            Card.Text(PrivacyText.ForMentors.With(programme.Organisation, programme.ErasureDays, await Coordinator(cancellationToken))),
            Card.Text(OfferText.NoticeBody.With(await Coordinator(cancellationToken))),
            Card.Small(PrivacyText.SmallPrint.With(programme.Contacts)),
        ],
        Card.Open(OfferText.OpenForm, OfferActions.Form),
        Card.Open(PrivacyText.WhoSeesWhat, ActionIds.WhoSeesWhat),
        Card.Press(OfferText.NotNow, OfferActions.NotNow));

    /// <summary>The card that belongs to where the offer stands.</summary>
    /// <param name="hasPeople">Whether it also leads to what can be done when it gets tight.</param>
    public async Task<AdaptiveCard> Current(Offer? offer, Reader reader, CancellationToken cancellationToken, bool hasPeople = false) => offer switch
    {
        null => Card.Line(OfferText.Erased, Card.Press(OfferText.IdLikeToMentor, OfferActions.Begin)),
        { State: OfferState.Kept kept } => Card.Of(
            OfferText.KeptTitle,
            [Card.Text(OfferText.Kept.With(reader.Day(kept.EraseAt)))],
            Open(OfferText.OpenIt, OfferActions.Form, offer),
            Press(OfferText.EraseIt, OfferActions.Erase, offer)),
        { State: OfferState.TryingOut trying } => await TryOut(offer, trying, reader, cancellationToken),
        { State: OfferState.Waiting waiting } => await Waiting(offer, waiting, reader, cancellationToken),
        { State: OfferState.Paused paused } => Card.Line(
            OfferText.Pausing.With(reader.Day(paused.Until)),
            Press(OfferText.ImBack, OfferActions.Back, offer),
            Open(OfferText.PauseUntil, OfferActions.PauseForm, offer),
            Open(OfferText.SeeMyOffer, OfferActions.Form, offer),
            Tight(hasPeople),
            Open(OfferText.StopOffering, OfferActions.StopForm, offer)),
        { State: OfferState.Resting } => Card.Of(
            OfferText.RestingTitle,
            [Card.Text(OfferText.Resting)],
            Press(OfferText.ImBack, OfferActions.Back, offer),
            Open(OfferText.PauseUntil, OfferActions.PauseForm, offer),
            Tight(hasPeople),
            Open(OfferText.StopOffering, OfferActions.StopForm, offer)),
        _ => Card.Of(
            OpenTo(offer, OfferText.WelcomeOne, OfferText.WelcomeSeveral),
            [Card.Text(OfferText.Welcome), Card.Small(OfferText.Safeguarding.With(programme.Safeguarding))],
            Open(OfferText.SeeMyOffer, OfferActions.Form, offer),
            Open(OfferText.PauseUntil, OfferActions.PauseForm, offer),
            Tight(hasPeople),
            Open(OfferText.StopOffering, OfferActions.StopForm, offer)),
    };

    /// <summary>The one reminder of the try-out.</summary>
    public static AdaptiveCard Reminder(Offer offer) => Card.Line(
        OfferText.TryOutReminder,
        Press(OfferText.WeHaveTalked, OfferActions.Talked, offer),
        Press(OfferText.MentoredBefore, OfferActions.MentoredBefore, offer),
        Press(OfferText.TakeItBack, OfferActions.Erase, offer));

    /// <summary>The pause has ended as planned.</summary>
    public static AdaptiveCard BackAgain(Offer offer) => Card.Line(
        OpenTo(offer, OfferText.BackOne, OfferText.BackSeveral),
        Press(OfferText.Fine, OfferActions.Fine, offer),
        Open(OfferText.PauseLonger, OfferActions.PauseForm, offer));

    /// <summary>Asks somebody to be the partner of a try-out.</summary>
    public async Task<AdaptiveCard> Partner(Offer offer, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(offer.Person, cancellationToken);
        return Card.Of(
            OfferText.PartnerTitle.With(name),
            [Card.Text(OfferText.Partner.With(name))],
            Card.Press(OfferText.NotNow, OfferActions.PartnerNotNow, (OfferActions.Offer, offer.Id.Value), (OfferActions.Person, offer.Person.Value)));
    }

    /// <param name="mentor">As matching knows them, which says how many more they may have; null while it does not.</param>
    public async Task<IReadOnlyList<Standing>> Standing(Offer? offer, Mentor? mentor, Reader reader, CancellationToken cancellationToken) => offer switch
    {
        null => [],
        { State: OfferState.Kept kept } => One(
            OfferText.StandingKept.With(reader.Day(kept.EraseAt)), kept.EraseAt,
            Open(OfferText.OpenIt, OfferActions.Form, offer), Press(OfferText.EraseIt, OfferActions.Erase, offer)),
        { State: OfferState.TryingOut trying } => One(
            OfferText.StandingTryOut.With(reader.Day(trying.EraseAt)), trying.EraseAt,
            Press(OfferText.WeHaveTalked, OfferActions.Talked, offer), Press(OfferText.TakeItBack, OfferActions.Erase, offer)),
        { State: OfferState.Waiting waiting } => One(
            OfferText.StandingWaiting.With(await Coordinator(cancellationToken), reader.Day(waiting.By)), waiting.By,
            Open(OfferText.ChangeMyOffer, OfferActions.Form, offer), Press(OfferText.TakeItBack, OfferActions.Erase, offer)),
        { State: OfferState.Paused paused } => One(
            OfferText.StandingPaused.With(reader.Day(paused.Until)), paused.EndsAt,
            Press(OfferText.ImBack, OfferActions.Back, offer), Open(OfferText.PauseUntil, OfferActions.PauseForm, offer)),
        { State: OfferState.Resting } => One(
            OfferText.StandingResting, null,
            Press(OfferText.ImBack, OfferActions.Back, offer), Open(OfferText.PauseUntil, OfferActions.PauseForm, offer)),
        _ => One(
            OpenToMore(mentor?.Offers is null ? offer.Form.Places.Count() : mentor.Free), null,
            Open(OfferText.SeeMyOffer, OfferActions.Form, offer), Open(OfferText.PauseUntil, OfferActions.PauseForm, offer)),
    };

    private static IReadOnlyList<Standing> One(string line, Instant? by, params IReadOnlyList<AdaptiveAction> actions) => [new(line, by, actions)];

    public Task<string> Coordinator(CancellationToken cancellationToken) => directory.NameOf(programme.Coordinators[0], cancellationToken);

    private static string OpenToMore(int people) => people switch
    {
        0 => OfferText.StandingFull,
        1 => OfferText.StandingOpenOne,
        _ => OfferText.StandingOpenSeveral.With(people),
    };

    internal static string OpenTo(Offer offer, string one, string several) =>
        offer.Form.Places.Count() is var places && places == 1 ? one : several.With(places);

    private async Task<AdaptiveCard> TryOut(Offer offer, OfferState.TryingOut trying, Reader reader, CancellationToken cancellationToken)
    {
        var body = trying.Partner switch
        {
            null => OfferText.TryOutNobody.With(await Coordinator(cancellationToken)),
            { } partner when programme.IsLookedAfterBy(partner) => OfferText.TryOutCoordinator.With(await directory.NameOf(partner, cancellationToken)),
            { } partner => OfferText.TryOut.With(await directory.NameOf(partner, cancellationToken)),
        };
        return Card.Of(
            OfferText.TryOutTitle,
            [Card.Text(body), Card.Small(OfferText.TryOutDefault.With(reader.Day(trying.EraseAt)))],
            Press(OfferText.WeHaveTalked, OfferActions.Talked, offer),
            Press(OfferText.MentoredBefore, OfferActions.MentoredBefore, offer),
            trying.Partner is { } now
                ? Card.Press(OfferText.SomeoneElse, OfferActions.SomeoneElse, (OfferActions.Offer, offer.Id.Value), (OfferActions.Partner, now.Value))
                : null,
            Open(OfferText.ChangeMyOffer, OfferActions.Form, offer),
            Press(OfferText.TakeItBack, OfferActions.Erase, offer));
    }

    private async Task<AdaptiveCard> Waiting(Offer offer, OfferState.Waiting waiting, Reader reader, CancellationToken cancellationToken)
    {
        var coordinator = await Coordinator(cancellationToken);
        var whatNext = waiting switch
        {
            { Word: { } word } => OfferText.WordFirst.With(coordinator, About(word.About), reader.Day(word.By)),
            { Round: > 1 } => OfferText.WaitingLonger.With(reader.Day(waiting.By)),
            _ => OfferText.Waiting.With(coordinator, reader.Day(waiting.By)),
        };
        return Card.Of(
            OfferText.WaitingTitle,
            [
                waiting.TryOut == Domain.Offers.TryOut.MentoredBefore ? Card.Text(OfferText.WaitingMentoredBefore.With(coordinator)) : null,
                Card.Text(whatNext),
            ],
            Open(OfferText.ChangeMyOffer, OfferActions.Form, offer),
            Press(OfferText.TakeItBack, OfferActions.Erase, offer));
    }

    private static string About(OpenPoint point) => point switch
    {
        OpenPoint.Time => OfferText.AboutTime,
        OpenPoint.OwnWish => OfferText.AboutOwnWish,
        _ => OfferText.AboutTryOut,
    };

    private static AdaptiveAction? Tight(bool hasPeople) => hasPeople ? Card.Open(OfferText.WhenItGetsTight, RelationshipActions.TightWithWhom) : null;

    private static AdaptiveAction Press(string title, string id, Offer offer) => Card.Press(title, id, (OfferActions.Offer, offer.Id.Value));

    private static AdaptiveAction Open(string title, string id, Offer offer) => Card.Open(title, id, (OfferActions.Offer, offer.Id.Value));
}
