using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>
/// Reading what the other put together, and saying that it is fine, changing it, or rather not; reading what was kept, and one's own
/// lines. Each opening is noted before the words are shown.
/// </summary>
public sealed class KeptHandler(IKeeping keeping, IOpenings openings, IDirectory directory, MentoringProgramme programme, KeepFinder finder) : IFlow
{
    /// <summary>More fields than anybody's own lines can take.</summary>
    private const int MostLines = 40;

    public void Map(Routes routes)
    {
        routes.Form(KeepingActions.Read, (turn, submission, token) => Opens(turn, submission, IsOnTable, found => Reads(found), token));
        routes.Form(KeepingActions.Open, (turn, submission, token) => Opens(turn, submission, IsKept, async found => KeepForms.Kept(found, await Own(found, token)), token));
        routes.Form(KeepingActions.Mine, (turn, submission, token) => Opens(turn, submission, HasOwn, found => Mine(found, token), token));
        routes.Form(KeepingActions.HowLocked, HowLocked);
        routes.Submit(KeepingActions.MineNext, (turn, submission, token) => Opens(turn, submission, HasOwn, found => Mine(found, token), token));
        routes.Submit(KeepingActions.ChangeNext, ChangeNext);
        routes.Submit(KeepingActions.ShowChange, ShowChange);
        routes.Submit(KeepingActions.Fine, Fine);
        routes.Submit(KeepingActions.RatherNot, RatherNot);
        routes.Submit(KeepingActions.SaveMine, SaveMine);
    }

    private static bool IsOnTable(FoundKeep found) => found.MayKeep && found.Keep.Stage == KeepStage.Open && found.Keep.OnTable != 0;

    private static bool IsKept(FoundKeep found) => found.Keep.Stage == KeepStage.Kept;

    private static bool HasOwn(FoundKeep found) => found.Keep.Stage is KeepStage.Own or KeepStage.Kept;

    private static Task<Form> Reads(FoundKeep found, string? changed = null) => Task.FromResult(KeepForms.Read(found, found.Mine.MayTakeAlong, changed));

    private Task<OwnLines> Own(FoundKeep found, CancellationToken cancellationToken) => keeping.Own(found.Me, found.Pair.Id, found.Keep.Number, cancellationToken);

    private async Task<Form> Mine(FoundKeep found, CancellationToken cancellationToken)
    {
        var own = await Own(found, cancellationToken);
        return KeepForms.Mine(found, own, own.Alone, own.Lines);
    }

    private Task<Answer> Opens(Turn turn, Submission submission, Func<FoundKeep, bool> may, Func<FoundKeep, Task<Form>> form, CancellationToken cancellationToken) => finder.With(
        turn, submission, async found => may(found) ? await Shows(turn, await form(found), cancellationToken) : new Answer.Says(TurnText.OldCard), cancellationToken);

    private async Task<Answer> Shows(Turn turn, Form form, CancellationToken cancellationToken)
    {
        await openings.Note(turn.Actor.Person, Opened.Kept, turn.Today, cancellationToken);
        return new Answer.Opens(form);
    }

    private Task<Answer> HowLocked(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found => IsKept(found)
            ? new Answer.Opens(KeepForms.HowLocked(await directory.NameOf(programme.Coordinators[0], cancellationToken)))
            : new Answer.Says(TurnText.OldCard),
        cancellationToken);

    private Task<Answer> ChangeNext(Turn turn, Submission submission, CancellationToken cancellationToken) => OnText(
        turn,
        submission,
        (found, _) => Shows(turn, KeepForms.Change(found, found.Keep.Text, found.IsAsked ? submission.IsTicked(KeepingActions.TakeAlong) : found.Mine.MayTakeAlong), cancellationToken),
        cancellationToken);

    private Task<Answer> Fine(Turn turn, Submission submission, CancellationToken cancellationToken) => OnText(
        turn,
        submission,
        (found, seen) => Say(turn, found, (pair, keep) => Approving.Fine(pair, keep, found.Me, seen, submission.IsTicked(KeepingActions.TakeAlong)), cancellationToken),
        cancellationToken);

    private Task<Answer> RatherNot(Turn turn, Submission submission, CancellationToken cancellationToken) => OnText(
        turn, submission, (found, seen) => Say(turn, found, (pair, keep) => Approving.RatherNot(pair, keep, found.Me, seen), cancellationToken), cancellationToken);

    /// <summary>What they see then comes as a card, to each their own.</summary>
    private async Task<Answer> Say(
        Turn turn, FoundKeep found, Func<Domain.Relationships.Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide, CancellationToken cancellationToken) =>
        await keeping.Decide(found.Pair.Id, found.Keep.Number, decide, cancellationToken) switch
        {
            KeepOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            KeepOutcome.ChangedMeanwhile { Now: var now } => await AsItIsNow(turn, found with { Keep = now }, cancellationToken),
            KeepOutcome.Done => new Answer.Closes(),
            _ => new Answer.Says(TurnText.OldCard),
        };

    private Task<Answer> ShowChange(Turn turn, Submission submission, CancellationToken cancellationToken) => OnText(
        turn,
        submission,
        async (found, seen) =>
        {
            var (typed, mayTakeAlong) = (submission.Words(KeepingActions.Both), submission.IsTicked(KeepingActions.TakeAlong));
            if (typed is null)
                return new Answer.Says(KeepingText.NothingWritten);
            if (DraftForm.WrongWith(typed) is { } tooLong)
                return new Answer.Opens(KeepForms.Change(found, typed, mayTakeAlong, tooLong));
            var outcome = await keeping.Decide(
                found.Pair.Id, found.Keep.Number, (pair, keep) => Drafting.Show(pair, keep, found.Me, seen, 0, typed, mayTakeAlong, turn.Now), cancellationToken);
            return outcome switch
            {
                KeepOutcome.NotYours => new Answer.Says(TurnText.NotYours),
                KeepOutcome.Done { Now: var now } => new Answer.Says(KeepingText.CanReadNow.With(found.Name, turn.Reader.Day(now.Until))),
                KeepOutcome.AsItIs { Now: { } now } => new Answer.Says(KeepingText.CanReadNow.With(found.Name, turn.Reader.Day(now.Until))),
                KeepOutcome.ChangedMeanwhile { Now: var now } => await ChangeAgain(turn, found with { Keep = now }, typed, mayTakeAlong, cancellationToken),
                _ => await TooLate(turn, found with { Keep = KeepFinder.Now(outcome) ?? found.Keep }, typed, cancellationToken),
            };
        },
        cancellationToken,
        isTyped: true);

    /// <summary>For what was read: where it is another text by now, that one is shown; where it is over, the press is from earlier.</summary>
    /// <param name="isTyped">Something was typed, which must not be lost.</param>
    private Task<Answer> OnText(Turn turn, Submission submission, Func<FoundKeep, int, Task<Answer>> then, CancellationToken cancellationToken, bool isTyped = false) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(SessionActions.Revision) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            if (isTyped)
                return await then(found, seen);
            if (!IsOnTable(found))
                return new Answer.Says(TurnText.OldCard);
            return seen == found.Keep.OnTable ? await then(found, seen) : await AsItIsNow(turn, found, cancellationToken);
        },
        cancellationToken);

    private async Task<Answer> AsItIsNow(Turn turn, FoundKeep found, CancellationToken cancellationToken) => await Shows(turn, await Reads(found, Changed(found)), cancellationToken);

    private Task<Answer> ChangeAgain(Turn turn, FoundKeep found, Confidential typed, bool mayTakeAlong, CancellationToken cancellationToken) =>
        Shows(turn, KeepForms.ChangeAgain(found, typed, mayTakeAlong, Changed(found)), cancellationToken);

    private static string Changed(FoundKeep found) => found.IsAsked ? KeepingText.ChangedMeanwhile.With(found.Name) : KeepingText.ChangedInOtherWindow;

    /// <summary>It is over: what they typed comes back among their own lines, to be saved there.</summary>
    private async Task<Answer> TooLate(Turn turn, FoundKeep found, Confidential typed, CancellationToken cancellationToken)
    {
        var own = await Own(found, cancellationToken);
        return await Shows(turn, KeepForms.Mine(found, own, own.Alone, With(own.Lines, [new(null, typed)]), KeepingText.TooLate), cancellationToken);
    }

    private Task<Answer> SaveMine(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(KeepingActions.Own) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            var own = await Own(found, cancellationToken);
            var alone = submission.Words(KeepingActions.Alone);
            var lines = Lines(submission, own);
            if (DraftForm.WrongWith([alone, .. lines.Select(line => line.Words)]) is { } tooLong)
                return new Answer.Opens(KeepForms.Mine(found, own, alone, lines, tooLong));
            var outcome = await keeping.DecideOwn(found.Me, found.Pair.Id, found.Keep.Number, now => KeepingOwn.Rewrite(now, seen, alone, lines), cancellationToken);
            if (outcome is OwnLinesOutcome.ChangedMeanwhile { Now: var now })
                return await Both(turn, found, now, alone, lines, cancellationToken);
            return new Answer.Says(alone is null && lines.IsEmpty ? KeepingText.NothingWritten : KeepingText.KeptForYouAlone);
        },
        cancellationToken);

    /// <summary>What is kept and what was typed, side by side: nothing is lost.</summary>
    private Task<Answer> Both(Turn turn, FoundKeep found, OwnLines now, Confidential? alone, ImmutableArray<OwnLine> typed, CancellationToken cancellationToken)
    {
        var keptAlone = now.Alone is { } kept && !kept.Equals(alone) ? [new OwnLine(null, kept)] : ImmutableArray<OwnLine>.Empty;
        return Shows(turn, KeepForms.Mine(found, now, alone ?? now.Alone, With(now.Lines, [.. typed, .. keptAlone]), KeepingText.ChangedInOtherWindow), cancellationToken);
    }

    private static ImmutableArray<OwnLine> With(ImmutableArray<OwnLine> lines, IEnumerable<OwnLine> others) =>
        [.. lines, .. others.Where(other => !lines.Any(line => line.Words.Equals(other.Words)))];

    /// <summary>As they stand in the fields; each is of the phase that it was of.</summary>
    private static ImmutableArray<OwnLine> Lines(Submission submission, OwnLines own) =>
    [
        .. from at in Enumerable.Range(0, MostLines)
           let words = submission.Words(KeepingActions.Line + FoundKeep.Text(at))
           where words is not null
           select new OwnLine(at < own.Lines.Length ? own.Lines[at].From : null, words),
    ];
}
