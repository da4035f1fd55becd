using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Requests;

/// <summary>What the handlers of asking share: the requests of whoever pressed, and a decision about one with the card that follows.</summary>
public sealed class OwnRequests(IRequests requests, RequestCards cards, IDirectory directory)
{
    public static RequestId IdIn(Submission submission) => new(submission.Id(RequestActions.Request));

    /// <summary>Who is asked, by the card that was pressed: known beforehand, it saves a round of storage.</summary>
    public static PersonId? WhomIn(Submission submission) => submission.Id(RequestActions.Whom) is { Length: > 0 } whom ? new(whom) : null;

    /// <summary>Decides only if it is still this person who is asked, or still nobody; else things have moved on.</summary>
    public static Func<Scene, Decision<Scene, RequestOutcome>> IfStill(PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide) =>
        scene => scene.Request is null || scene.Request.Whom == whom ? decide(scene) : scene.AsItIs();

    /// <summary>The one that was pressed; null when it is gone, or is not theirs.</summary>
    public async Task<Request?> Find(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        IdIn(submission) is { Value.Length: > 0 } id ? await requests.Find(turn.Actor.Person, id, cancellationToken) : null;

    /// <summary>All that they have open, the oldest first.</summary>
    public async Task<ImmutableArray<Request>> Open(Turn turn, CancellationToken cancellationToken) =>
        (await requests.Of(turn.Actor.Person, cancellationToken)).RemoveAll(request => request.State is RequestState.Accepted);

    /// <summary>Whether one more would be too many. One that is there already is no further one.</summary>
    public async Task<bool> IsOneTooMany(Turn turn, RequestId id, CancellationToken cancellationToken)
    {
        var open = await Open(turn, cancellationToken);
        return open.Length >= Requesting.MostOpen && open.All(request => request.Id != id);
    }

    public Task<RequestOutcome> Run(Turn turn, RequestId id, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken) =>
        requests.Decide(turn.Actor.Person, id, whom, decide, cancellationToken);

    /// <summary>Decides about their own request by a press; what they see then is where it stands.</summary>
    /// <param name="whom">Who is to be asked, if somebody is.</param>
    public Task<Answer> Decide(
        Turn turn, Submission submission, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken) =>
        Decide(turn, submission, whom, (scene, _) => ValueTask.FromResult(decide(scene)), cancellationToken);

    /// <inheritdoc cref="IRequests.Decide(PersonId, RequestId, PersonId?, Func{Scene, CancellationToken, ValueTask{Decision{Scene, RequestOutcome}}}, CancellationToken)"/>
    public async Task<Answer> Decide(
        Turn turn, Submission submission, PersonId? whom, Func<Scene, CancellationToken, ValueTask<Decision<Scene, RequestOutcome>>> decide, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { Value.Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        return await requests.Decide(turn.Actor.Person, id, whom, decide, cancellationToken) switch
        {
            RequestOutcome.Done done => new Answer.Becomes(await cards.Current(done.Now, turn.Reader, cancellationToken)),
            RequestOutcome.AsItIs asItIs => new Answer.Becomes(await cards.Current(asItIs.Now, turn.Reader, cancellationToken)),
            RequestOutcome.NotAvailable not => await NotAvailable(not, turn, cancellationToken),
            _ => new Answer.Says(TurnText.NotYours),
        };
    }

    private async Task<Answer> NotAvailable(RequestOutcome.NotAvailable not, Turn turn, CancellationToken cancellationToken)
    {
        var card = await cards.Current(not.Now, turn.Reader, cancellationToken);
        card.Body.Insert(0, Card.Text(ChoiceCards.NotAvailable(await directory.NameOf(not.Whom, cancellationToken))));
        return new Answer.Becomes(card);
    }
}
