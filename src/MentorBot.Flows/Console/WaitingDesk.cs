using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>Finds what a card or form is about, if its presser may look at it, and shows how it stands.</summary>
public sealed class WaitingDesk(IRequests requests, IReviewers reviewers, WaitingCards cards)
{
    /// <summary>The request that a submission names and who may look at it; or what to answer instead.</summary>
    public async Task<(Request Request, Reviewers Who, Answer? Refusal)> Find(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (person, id) = (submission.Id(RequestActions.Person), submission.Id(RequestActions.Request));
        var request = person.Length > 0 && id.Length > 0 ? await requests.Find(new(person), new(id), cancellationToken) : null;
        if (request is null or { Invited: not null })
            return (null!, null!, new Answer.Becomes(Card.Settled()));
        var who = await reviewers.Of(ThoseWaiting.Touched(request), cancellationToken);
        return (request, who, who.Include(turn.Actor.Person) ? null : new Answer.Says(TurnText.NotYours));
    }

    /// <summary>The card that belongs to where the request stands: pressed twice, by a colleague or too late, it says so by itself.</summary>
    public async Task<Answer> Show(Request? now, Turn turn, CancellationToken cancellationToken)
    {
        if (now is null || (!now.IsWaiting && now.State is not RequestState.Choosing))
            return new Answer.Becomes(Card.Settled());
        var who = await reviewers.Of(ThoseWaiting.Touched(now), cancellationToken);
        if (!who.Include(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        return new Answer.Becomes(now.State is RequestState.Choosing choosing
            ? await cards.Sent(now, choosing, turn.Reader, cancellationToken)
            : await cards.Of(now, who, turn.Reader, cancellationToken));
    }
}
