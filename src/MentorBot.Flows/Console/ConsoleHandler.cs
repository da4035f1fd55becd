using AdaptiveCards;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>The coordinators' desk: what waits for them, and how many there are of what. No list of pairs, and never whose no it was.</summary>
public sealed class ConsoleHandler(IMentors mentors, IOffers offers, IReviewers reviewers, ReviewHandler reviewing, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => ConsoleText.Word, () => ConsoleText.Help, async (turn, token) => new Answer.Posts(await Desk(turn, token))) with { ForCoordinators = true });
        routes.Press(ConsoleActions.Desk, (turn, _, token) => ForCoordinators(turn, async () => new Answer.Posts(await Desk(turn, token))));
        routes.Press(ConsoleActions.Offers, (turn, _, token) => ForCoordinators(turn, () => NextOffer(turn, token)));
    }

    private Task<Answer> ForCoordinators(Turn turn, Func<Task<Answer>> answer) =>
        programme.IsLookedAfterBy(turn.Actor.Person) ? answer() : Task.FromResult<Answer>(new Answer.Says(TurnText.NotYours));

    private async Task<AdaptiveCard> Desk(Turn turn, CancellationToken cancellationToken)
    {
        var all = await mentors.All(cancellationToken);
        var open = all.Where(mentor => mentor.Standing == MentorStanding.Open).ToList();
        var toLookAt = await ToLookAt(turn, cancellationToken).CountAsync(cancellationToken);
        if (open.Count == 0 && toLookAt == 0)
            return Card.Of(ConsoleText.EmptyTitle, [Card.Text(ConsoleText.Empty)], Card.Press(ConsoleText.OpenMyDesk, ConsoleActions.Desk));

        var places = open.Sum(mentor => mentor.Places);
        return Card.Of(
            ConsoleText.Title,
            [
                toLookAt switch { 0 => null, 1 => Card.Text(ConsoleText.OffersOne), _ => Card.Text(ConsoleText.OffersSeveral.With(toLookAt)) },
                open.Count switch { 0 => null, 1 => Card.Text(ConsoleText.MentorsOne.With(places)), _ => Card.Text(ConsoleText.MentorsSeveral.With(open.Count, places)) },
                Card.Small(ConsoleText.NoPairs),
            ],
            toLookAt == 0 ? null : Card.Press(ConsoleText.Offers, ConsoleActions.Offers));
    }

    private async Task<Answer> NextOffer(Turn turn, CancellationToken cancellationToken) =>
        await ToLookAt(turn, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { } offer
            ? new Answer.Posts(await reviewing.CardOf(offer, turn.Reader, cancellationToken))
            : new Answer.Posts(await Desk(turn, cancellationToken));

    /// <summary>The offers that wait and that this person may look at.</summary>
    private async IAsyncEnumerable<Offer> ToLookAt(Turn turn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var mentor in await mentors.All(cancellationToken))
            if (mentor.Standing == MentorStanding.WaitingForCoordinator
                && (await reviewers.Of(mentor.Person, cancellationToken)).Include(turn.Actor.Person)
                && await offers.Find(mentor.Person, cancellationToken) is { State: OfferState.Waiting } offer)
                yield return offer;
    }
}
