using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Evaluations;

/// <summary>Looking back at what is finished: writing, sending, taking back, and reading what people wrote. That somebody reads is noted nowhere.</summary>
public sealed class LookBackHandler(IEvaluations evaluations, IRelationships relationships, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(EvaluationActions.Write, (turn, submission, token) => With(
            turn, submission, spot => Task.FromResult<Answer>(new Answer.Opens(Write(turn, spot, spot.Waiting?.Words))), new Answer.Opens(LookBackForms.Shown()), token));
        routes.Submit(EvaluationActions.Change, (turn, submission, token) => With(
            turn, submission, spot => Task.FromResult<Answer>(new Answer.Opens(Write(turn, spot, LookBackForms.Read(submission)))), new Answer.Opens(LookBackForms.Shown()), token));
        routes.Submit(EvaluationActions.Preview, Preview);
        routes.Submit(EvaluationActions.Send, Send);

        routes.Press(EvaluationActions.TakeBack, (turn, submission, token) => TakeBack(turn, submission, new Answer.Becomes(LookBackCards.Shown()), token));
        routes.Submit(EvaluationActions.TakeBackHere, (turn, submission, token) => TakeBack(turn, submission, new Answer.Opens(LookBackForms.Shown()), token));

        routes.Form(EvaluationActions.Read, Read);
        routes.Submit(EvaluationActions.ReadNext, Read);
        routes.Notice(EvaluationNotices.Result, NewAnswers);
    }

    private Task<Answer> Preview(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        spot =>
        {
            var words = LookBackForms.Read(submission);
            return Task.FromResult<Answer>(new Answer.Opens(
                LookBackForms.IsTooLong(words) || submission.Number(EvaluationActions.Seen) is not { } seen ? Write(turn, spot, words) : LookBackForms.Preview(spot.About, words, seen)));
        },
        new Answer.Opens(LookBackForms.Shown()),
        cancellationToken);

    private Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async spot =>
        {
            var words = LookBackForms.Read(submission);
            if (LookBackForms.IsTooLong(words) || submission.Number(EvaluationActions.Seen) is not { } seen)
                return new Answer.Opens(Write(turn, spot, words));
            var outcome = await evaluations.Decide(
                turn.Actor.Person, spot.About, (found, zone) => LookingBack.Send(found, turn.Actor.Person, spot.About, words, seen, spot.EraseAt, zone, turn.Now), cancellationToken);
            return outcome switch
            {
                LookBackOutcome.Waits => new Answer.Becomes(LookBackCards.Sent(spot.About)),
                LookBackOutcome.ChangedMeanwhile changed => new Answer.Opens(Write(turn, spot with { Waiting = changed.Now }, words, EvaluationText.ChangedMeanwhile)),
                _ => new Answer.Says(EvaluationText.NothingKept),
            };
        },
        new Answer.Opens(LookBackForms.Shown()),
        cancellationToken);

    private Task<Answer> TakeBack(Turn turn, Submission submission, Answer shown, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async spot =>
        {
            // In the form something may have been typed since, that would be lost.
            if (LookBackForms.Read(submission) is var words && LookBackForms.IsTooLong(words))
                return new Answer.Opens(Write(turn, spot, words));
            var outcome = await evaluations.Decide(turn.Actor.Person, spot.About, (found, _) => LookingBack.TakeBack(found), cancellationToken);
            return outcome is LookBackOutcome.Nothing { WasThere: true } ? new Answer.Becomes(LookBackCards.Nothing(spot.About, EvaluationText.TakenBack))
                : await evaluations.IsShown(turn.Actor.Person, spot.About, cancellationToken) ? shown
                : new Answer.Becomes(LookBackCards.Nothing(spot.About, EvaluationText.NothingWaits));
        },
        shown,
        cancellationToken);

    private async Task<Answer> Read(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        return programme.IsLookedAfterBy(me) || await evaluations.MayRead(me, cancellationToken)
            ? new Answer.Opens(AnswersForm.Of(await evaluations.Released(cancellationToken), submission.Number(EvaluationActions.After) ?? 0, programme.ErasureDays))
            : new Answer.Says(TurnText.NotYours);
    }

    private async Task<NoticeCard?> NewAnswers(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        (await evaluations.Released(cancellationToken)).FirstOrDefault(one => EvaluationNotices.Of(one) == notice.Subject) is { } released
            ? new(LookBackCards.NewAnswers(released, reader), CardLife.Once)
            : null;

    private Form Write(Turn turn, Spot spot, LookBack? words, string? wrong = null) =>
        LookBackForms.Write(spot.About, words, spot.Waiting, spot.EraseAt, programme.ErasureDays, turn.Reader, wrong);

    /// <summary>
    /// Only for one of the two, once they have finished and until what they kept is erased. What waits is its author's also where the
    /// relationship was erased earlier than was said when they sent it: it can be taken back until it goes itself.
    /// </summary>
    /// <param name="shown">The answer where theirs was shown already.</param>
    private async Task<Answer> With(Turn turn, Submission submission, Func<Spot, Task<Answer>> then, Answer shown, CancellationToken cancellationToken)
    {
        if (submission.Id(RelationshipActions.Relationship) is not { Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        var (me, about) = (turn.Actor.Person, new RelationshipId(id));
        var pair = await relationships.Find(about, cancellationToken);
        if (pair is not null && !pair.IsOf(me))
            return new Answer.Says(TurnText.NotYours);

        var waiting = await evaluations.Find(me, about, cancellationToken);
        if (waiting is null && await evaluations.IsShown(me, about, cancellationToken))
            return shown;
        var eraseAt = pair?.State is RelationshipState.Ended { How: Ending.Finished } ended ? ended.EraseAt : waiting?.EraseAt;
        return eraseAt is { } until ? await then(new(about, waiting, until)) : new Answer.Says(TurnText.OldCard);
    }

    private sealed record Spot(RelationshipId About, Waiting? Waiting, Instant EraseAt);
}
