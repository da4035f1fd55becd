using AdaptiveCards;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>The coordinators' desk, and from it the offers that wait.</summary>
public sealed class ConsoleHandler(DeskCard desk, IOffers offers, ReviewHandler reviewing, MentoringProgramme programme) : IFlow
{
    private const int MostAtOnce = 5;

    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => ConsoleText.Word, () => ConsoleText.Help, Desk) with { ForCoordinators = true });
        routes.Press(ConsoleActions.Desk, Coordinators.Only(programme, (turn, _, token) => Desk(turn, token)));
        routes.Press(ConsoleActions.Offers, Coordinators.Only(programme, (turn, _, token) => Offers(turn, token)));
    }

    private async Task<Answer> Desk(Turn turn, CancellationToken cancellationToken) => new Answer.Posts(await desk.For(turn.Reader, cancellationToken));

    /// <summary>A few of the offers that wait, those first with which nobody has begun yet; or the desk when none does.</summary>
    private async Task<Answer> Offers(Turn turn, CancellationToken cancellationToken)
    {
        var waiting = new List<Offer>();
        foreach (var person in await desk.OffersFor(turn.Actor.Person, cancellationToken))
            if (await offers.Find(person, cancellationToken) is { State: OfferState.Waiting } offer)
                waiting.Add(offer);
        if (waiting.Count == 0)
            return await Desk(turn, cancellationToken);

        var cards = new List<AdaptiveCard>();
        foreach (var offer in waiting.OrderBy(offer => ((OfferState.Waiting)offer.State).Word is not null).Take(MostAtOnce))
            cards.Add(await reviewing.CardOf(offer, turn.Reader, cancellationToken));
        return new Answer.Posts(cards);
    }
}
