using MentorBot.Domain.Directory;
using MentorBot.Domain.Keeping;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>Finds what a press is about, as it is now; only for one of the two. What is over is brought to its end first.</summary>
public sealed class KeepFinder(IKeeping keeping, IDirectory directory)
{
    public async Task<Answer> With(Turn turn, Submission submission, Func<FoundKeep, Task<Answer>> then, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || submission.Number(SessionActions.Number) is not { } number)
            return new Answer.Says(TurnText.OldCard);
        var me = turn.Actor.Person;
        var (pair, keep) = await keeping.Find(id, number, cancellationToken);
        if (pair?.IsOf(me) == false)
            return new Answer.Says(TurnText.NotYours);
        if (keep is { IsHome: false })
        {
            await keeping.BringHome(id, number, cancellationToken);
            (pair, keep) = await keeping.Find(id, number, cancellationToken);
        }

        return pair is null || keep is null
            ? new Answer.Says(TurnText.OldCard)
            : await then(new(pair, keep, me, await directory.NameOf(pair.OtherThan(me), cancellationToken)));
    }

    /// <summary>How it stands after a decision; null when there is nothing of the kind (any more).</summary>
    public static Keep? Now(KeepOutcome outcome) => outcome switch
    {
        KeepOutcome.Done done => done.Now,
        KeepOutcome.AsItIs asItIs => asItIs.Now,
        KeepOutcome.ChangedMeanwhile changed => changed.Now,
        KeepOutcome.Over over => over.Now,
        _ => null,
    };
}
