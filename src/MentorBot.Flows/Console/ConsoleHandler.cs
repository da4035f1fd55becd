using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>The coordinators' desk: what waits for them, and how many there are of what. No list of pairs, and never whose no it was.</summary>
public sealed class ConsoleHandler(IMentors mentors, IOffers offers, IReviewers reviewers, ReviewHandler reviewing, MentoringProgramme programme) : IFlow
{
    private const int MostAtOnce = 5;

    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => ConsoleText.Word, () => ConsoleText.Help, async (turn, token) => new Answer.Posts(await Desk(turn, token))) with { ForCoordinators = true });
        routes.Press(ConsoleActions.Desk, (turn, _, token) => ForCoordinators(turn, async () => new Answer.Posts(await Desk(turn, token))));
        routes.Press(ConsoleActions.Offers, (turn, _, token) => ForCoordinators(turn, () => Offers(turn, token)));
    }

    private Task<Answer> ForCoordinators(Turn turn, Func<Task<Answer>> answer) =>
        programme.IsLookedAfterBy(turn.Actor.Person) ? answer() : Task.FromResult<Answer>(new Answer.Says(TurnText.NotYours));

    private async Task<AdaptiveCard> Desk(Turn turn, CancellationToken cancellationToken)
    {
        var all = await mentors.All(cancellationToken);
        var open = all.Where(mentor => mentor.Standing == MentorStanding.Open).ToList();
        var toLookAt = (await ToLookAt(turn, all, cancellationToken)).Count;
        if (open.Count == 0 && toLookAt == 0)
            return Card.Of(ConsoleText.EmptyTitle, [Card.Text(ConsoleText.Empty)], Card.Press(ConsoleText.OpenMyDesk, ConsoleActions.Desk));

        var places = open.Sum(mentor => mentor.Free);
        return Card.Of(
            ConsoleText.Title,
            [
                toLookAt switch { 0 => null, 1 => Card.Text(ConsoleText.OffersOne), _ => Card.Text(ConsoleText.OffersSeveral.With(toLookAt)) },
                open.Count switch { 0 => null, 1 => Card.Text(ConsoleText.MentorsOne.With(places)), _ => Card.Text(ConsoleText.MentorsSeveral.With(open.Count, places)) },
                Card.Small(ConsoleText.NoPairs),
            ],
            toLookAt == 0 ? null : Card.Press(ConsoleText.Offers, ConsoleActions.Offers));
    }

    /// <summary>A few of the offers that wait, those first with which nobody has begun yet; or the desk when none does.</summary>
    private async Task<Answer> Offers(Turn turn, CancellationToken cancellationToken)
    {
        var waiting = new List<Offer>();
        foreach (var person in await ToLookAt(turn, await mentors.All(cancellationToken), cancellationToken))
            if (await offers.Find(person, cancellationToken) is { State: OfferState.Waiting } offer)
                waiting.Add(offer);
        if (waiting.Count == 0)
            return new Answer.Posts(await Desk(turn, cancellationToken));

        var cards = new List<AdaptiveCard>();
        foreach (var offer in waiting.OrderBy(offer => ((OfferState.Waiting)offer.State).Word is not null).Take(MostAtOnce))
            cards.Add(await reviewing.CardOf(offer, turn.Reader, cancellationToken));
        return new Answer.Posts(cards);
    }

    /// <summary>Whose offers wait and may be looked at by this person.</summary>
    private async Task<List<PersonId>> ToLookAt(Turn turn, IEnumerable<Mentor> all, CancellationToken cancellationToken)
    {
        var people = new List<PersonId>();
        foreach (var mentor in all.Where(mentor => mentor.Standing == MentorStanding.WaitingForCoordinator))
            if ((await reviewers.Of(mentor.Person, cancellationToken)).Include(turn.Actor.Person))
                people.Add(mentor.Person);
        return people;
    }
}
