using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Closing;

/// <summary>After it was complete: staying in touch as equals. One would like it, the other is asked; both, or it stays as it was.</summary>
public sealed class PeersHandler(IClosings closings, IDirectory directory) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(ClosingActions.PeersForm, (turn, submission, token) => With(
            turn,
            submission,
            (pair, _, name) => Task.FromResult<Answer>(Relating.MayStayInTouch(pair, turn.Now) ? new Answer.Opens(ClosingForms.Peers(pair, name)) : new Answer.Says(TurnText.OldCard)),
            token));
        routes.Submit(ClosingActions.AskPeers, Ask);
        routes.Press(ClosingActions.AsPeers, (turn, submission, token) => Answers(turn, submission, (pair, now, _) => StayingInTouch.Like(pair, now, turn.Actor.Person, turn.Now), token));
        routes.Press(ClosingActions.NotAsPeers, (turn, submission, token) => Answers(
            turn, submission, (pair, now, number) => StayingInTouch.RatherNot(pair, now, turn.Actor.Person, number, turn.Now), token));
        routes.Notice(ClosingNotices.Touch, async (notice, reader, token) =>
            await Found(notice, token) is var (pair, outlook, number, name) ? ClosingCards.Touch(pair, outlook, number, name, reader) : new(Card.Settled(), CardLife.Over));
        routes.Notice(ClosingNotices.TouchAnswered, async (notice, _, token) =>
            await Found(notice, token) is var (_, outlook, number, name) && ClosingCards.TouchAnswered(outlook, number, name) is { } card ? new(card, CardLife.Once) : null);
    }

    private Task<Answer> Ask(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async (pair, _, name) =>
        {
            var me = turn.Actor.Person;
            return await closings.Decide(pair.Id, (found, now) => StayingInTouch.Like(found, now, me, turn.Now), cancellationToken) switch
            {
                ClosingOutcome.Done { Now.Touch: { State: TouchState.Agreed } } => new Answer.Says(ClosingText.AsPeers.With(name)),
                ClosingOutcome.Done { Now.Touch: { } open } => Sent(pair, open, name, turn.Reader),
                ClosingOutcome.AsItIs { Now.Touch: { State: TouchState.Open } open } when open.By == me => Sent(pair, open, name, turn.Reader),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    private static Answer.Says Sent(Relationship pair, Touch open, string name, Reader reader) => new(ClosingText.PeersSent.With(name, ClosingCards.LastDay(pair, open.Until, reader)));

    private Task<Answer> Answers(
        Turn turn, Submission submission, Func<Relationship, Outlook, int, Decision<Outlook, ClosingOutcome>> decide, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async (pair, outlook, name) =>
        {
            if (submission.Number(ClosingActions.Number) is not { } number || outlook.Touch is not { } touch || touch.Number != number || touch.By == turn.Actor.Person)
                return new Answer.Says(TurnText.OldCard);
            return await closings.Decide(pair.Id, (found, now) => decide(found, now, number), cancellationToken) switch
            {
                ClosingOutcome.Done done => new Answer.Becomes(ClosingCards.Touch(done.Pair, done.Now, number, name, turn.Reader).Card),
                ClosingOutcome.AsItIs { Pair: { } found, Now: var now } => new Answer.Becomes(ClosingCards.Touch(found, now, number, name, turn.Reader).Card),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    /// <summary>For one of the two, as long as there is anything between them.</summary>
    private async Task<Answer> With(Turn turn, Submission submission, Func<Relationship, Outlook, string, Task<Answer>> then, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || await closings.Find(id, cancellationToken) is not ({ } pair, var outlook))
            return new Answer.Says(TurnText.OldCard);
        return pair.IsOf(turn.Actor.Person)
            ? await then(pair, outlook, await directory.NameOf(pair.OtherThan(turn.Actor.Person), cancellationToken))
            : new Answer.Says(TurnText.NotYours);
    }

    private async Task<(Relationship Pair, Outlook Outlook, int Number, string Name)?> Found(Notice notice, CancellationToken cancellationToken)
    {
        var (id, number) = ClosingNotices.In(notice.Subject);
        return await closings.Find(id, cancellationToken) is ({ } pair, var outlook)
            ? (pair, outlook, number, await directory.NameOf(pair.OtherThan(notice.Whom), cancellationToken))
            : null;
    }
}
