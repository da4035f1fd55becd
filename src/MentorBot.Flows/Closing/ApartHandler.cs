using MentorBot.Domain.Closing;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Closing;

/// <summary>A stretch without each other: one suggests it, the other wants it, too, or they simply go on.</summary>
public sealed class ApartHandler(IClosings closings, BetweenTwo two, IDirectory directory) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Submit(ClosingActions.ApartNext, (turn, submission, token) => two.With(
            turn,
            submission,
            (together, _) => Task.FromResult<Answer>(together.Pair.State is RelationshipState.Going { QuietUntil: null }
                ? new Answer.Opens(ClosingForms.Apart(together.Pair, Stretch.Usual))
                : new Answer.Says(TurnText.OldCard)),
            token));
        routes.Submit(ClosingActions.Suggest, Suggest);
        routes.Press(ClosingActions.LetsDoThat, (turn, submission, token) => Decide(turn, submission, wants: true, token));
        routes.Press(ClosingActions.RatherNot, (turn, submission, token) => Decide(turn, submission, wants: false, token));
        routes.Notice(ClosingNotices.Stretch, Asked);
        routes.Notice(ClosingNotices.StretchAnswered, Answered);
    }

    private Task<Answer> Suggest(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, name) =>
        {
            var weeks = submission.Number(ClosingActions.Weeks) ?? Stretch.Usual;
            var outcome = await closings.Decide(together.Pair.Id, (pair, now) => BeingApart.Suggest(pair, now, turn.Actor.Person, weeks, turn.Now), cancellationToken);
            return outcome switch
            {
                ClosingOutcome.Done { Now.Stretch: { State: StretchState.Open } open } => new Answer.Says(ClosingText.Suggested.With(name, ClosingCards.LastDay(together.Pair, open.Until, turn.Reader))),
                ClosingOutcome.Done { Now.Stretch.Ends: { } ends } => new Answer.Says(ClosingText.Apart.With(turn.Reader.Day(ends))),
                ClosingOutcome.AsItIs { Now.Stretch: { State: StretchState.Open } open } => new Answer.Says(ClosingText.SuggestedAlready.With(ClosingCards.LastDay(together.Pair, open.Until, turn.Reader))),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    private Task<Answer> Decide(Turn turn, Submission submission, bool wants, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, name) =>
        {
            var number = submission.Number(ClosingActions.Number) ?? 0;
            var outcome = await closings.Decide(together.Pair.Id, (pair, now) => BeingApart.Answer(pair, now, turn.Actor.Person, number, wants, turn.Now), cancellationToken);
            return outcome switch
            {
                ClosingOutcome.Done done => new Answer.Becomes(ClosingCards.Stretch(done.Pair, done.Now, number, name, turn.Reader).Card),
                ClosingOutcome.AsItIs { Pair: { } pair, Now: { Stretch: { } stretch } now } when stretch.Number == number && stretch.By != turn.Actor.Person =>
                    new Answer.Becomes(ClosingCards.Stretch(pair, now, number, name, turn.Reader).Card),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    private async Task<NoticeCard?> Asked(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number) = ClosingNotices.In(notice.Subject);
        var (pair, outlook) = await closings.Find(id, cancellationToken);
        return pair is null
            ? new(Card.Settled(), CardLife.Over)
            : ClosingCards.Stretch(pair, outlook, number, await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken), reader);
    }

    private async Task<NoticeCard?> Answered(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number) = ClosingNotices.In(notice.Subject);
        var (pair, outlook) = await closings.Find(id, cancellationToken);
        return pair is not null && ClosingCards.StretchAnswered(pair, outlook, number, reader) is { } card ? new(card, CardLife.Once) : null;
    }
}
