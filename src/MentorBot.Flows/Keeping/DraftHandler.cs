using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>
/// The morning after a conversation: putting together what to keep, showing it, putting it off, or nothing. Whatever was typed is
/// kept or comes back in the form.
/// </summary>
public sealed class DraftHandler(IKeeping keeping, INotes notes, IOpenings openings, IDirectory directory, KeepFinder finder, KeepingCards cards) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(KeepingActions.Nothing, Nothing);
        routes.Press(KeepingActions.NotNow, NotNow);
        routes.Form(KeepingActions.Draft, Draft);
        routes.Submit(KeepingActions.Show, (turn, submission, token) => Take(turn, submission, Show, token));
        routes.Submit(KeepingActions.Later, (turn, submission, token) => Take(turn, submission, Later, token));
        routes.Submit(KeepingActions.KeepMine, (turn, submission, token) => Take(turn, submission, KeepMine, token));
        routes.Notice(KeepingNotices.Card, Told);
    }

    private Task<Answer> Nothing(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            var outcome = await keeping.Decide(found.Pair.Id, found.Keep.Number, (pair, keep) => Drafting.NothingToKeep(pair, keep, found.Me), cancellationToken);
            return Becomes(turn, KeepFinder.Now(outcome) is { } now ? found with { Keep = now } : found);
        },
        cancellationToken);

    /// <summary>The card stays.</summary>
    private Task<Answer> NotNow(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        finder.With(turn, submission, found => Task.FromResult<Answer>(Becomes(turn, found)), cancellationToken);

    private Answer.Becomes Becomes(Turn turn, FoundKeep found) => new(cards.Of(found, turn.Reader).Card);

    private Task<Answer> Draft(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (!found.MayDraft || found.Mine.Wish == KeepWish.Nothing || found.Keep.Stage == KeepStage.Nothing)
                return new Answer.Says(TurnText.OldCard);
            var filled = await Fill(found, cancellationToken);
            var isFromNotes = found.Mine.Draft is null && found.Keep.Stage == KeepStage.Open;
            if (filled.HasText && isFromNotes)
                await openings.Note(found.Me, Opened.Notes, turn.Today, cancellationToken);
            if ((filled.HasText && !isFromNotes) || filled.Alone is not null)
                await openings.Note(found.Me, Opened.Kept, turn.Today, cancellationToken);
            return new Answer.Opens(DraftForm.Of(found, filled));
        },
        cancellationToken);

    /// <summary>What they keep for themselves first: that is theirs whatever comes of the rest.</summary>
    private Task<Answer> Take(
        Turn turn, Submission submission, Func<Turn, FoundKeep, Saw, DraftForm.Filled, DraftForm.Filled, CancellationToken, Task<Answer>> then, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(SessionActions.Revision) is not { } onTable
                || submission.Number(KeepingActions.Drafted) is not { } draft
                || submission.Number(KeepingActions.Own) is not { } seenOwn)
                return new Answer.Says(TurnText.OldCard);
            var given = await Fill(found, cancellationToken);
            var typed = given with
            {
                Both = submission.Words(KeepingActions.Both),
                Alone = submission.Words(KeepingActions.Alone),
                MayTakeAlong = submission.IsTicked(KeepingActions.TakeAlong),
            };
            if (DraftForm.WrongWith(typed.Both, typed.Alone) is { } tooLong)
                return new Answer.Opens(DraftForm.Of(found, typed, tooLong));

            var own = await keeping.DecideOwn(found.Me, found.Pair.Id, found.Keep.Number, now => KeepingOwn.Write(now, seenOwn, typed.Alone), cancellationToken);
            if (own is OwnLinesOutcome.ChangedMeanwhile { Now: var other })
                return new Answer.Opens(DraftForm.Of(found, typed with { Own = other }, KeepingText.ChangedInOtherWindow));
            typed = typed with { Own = Now(own) };
            return await then(turn, found, new(onTable, draft), given, typed, cancellationToken);
        },
        cancellationToken);

    private async Task<Answer> Show(Turn turn, FoundKeep found, Saw saw, DraftForm.Filled given, DraftForm.Filled typed, CancellationToken cancellationToken)
    {
        if (typed.Both is not { } words)
            return typed.Alone is null ? new Answer.Says(KeepingText.NothingWritten) : await KeepMine(turn, found, saw, given, typed, cancellationToken);
        var outcome = await keeping.Decide(
            found.Pair.Id, found.Keep.Number, (pair, keep) => Drafting.Show(pair, keep, found.Me, saw.OnTable, saw.Draft, words, typed.MayTakeAlong, turn.Now), cancellationToken);
        return outcome switch
        {
            KeepOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            KeepOutcome.Done { Now: var now } => new Answer.Says(KeepingText.CanReadNow.With(found.Name, turn.Reader.Day(now.Until))),
            KeepOutcome.AsItIs { Now: { } now } => new Answer.Says(KeepingText.CanReadNow.With(found.Name, turn.Reader.Day(now.Until))),
            _ => ComesBack(outcome, found, typed),
        };
    }

    private async Task<Answer> Later(Turn turn, FoundKeep found, Saw saw, DraftForm.Filled given, DraftForm.Filled typed, CancellationToken cancellationToken)
    {
        if (IsNothing(found, given, typed))
            return new Answer.Says(KeepingText.NothingWritten);
        var words = found.Mine.Draft is null && DraftForm.IsLeftAs(typed.Both, given.Both) ? null : typed.Both;
        var outcome = await keeping.Decide(
            found.Pair.Id, found.Keep.Number, (pair, keep) => Drafting.Later(pair, keep, found.Me, saw.OnTable, saw.Draft, words, typed.MayTakeAlong), cancellationToken);
        return outcome switch
        {
            KeepOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            KeepOutcome.Done { Now: var now } => new Answer.Says(KeepingText.DraftWaits.With(turn.Reader.Day(now.Until))),
            KeepOutcome.AsItIs { Now: { } now } => new Answer.Says(KeepingText.DraftWaits.With(turn.Reader.Day(now.Until))),
            _ => ComesBack(outcome, found, typed),
        };
    }

    /// <summary>What the notes gave and they left as it was is not theirs alone: their own notes are, in the end.</summary>
    private async Task<Answer> KeepMine(Turn turn, FoundKeep found, Saw saw, DraftForm.Filled given, DraftForm.Filled typed, CancellationToken cancellationToken)
    {
        if (IsNothing(found, given, typed))
            return new Answer.Says(KeepingText.NothingWritten);
        var words = found.Mine.Draft is null && DraftForm.IsLeftAs(typed.Both, given.Both) ? null : typed.Both;
        var outcome = await keeping.Decide(
            found.Pair.Id, found.Keep.Number, (pair, keep) => Drafting.KeepMineAlone(pair, keep, found.Me, saw.Draft, words, typed.MayTakeAlong), cancellationToken);
        if (outcome is KeepOutcome.NotYours)
            return new Answer.Says(TurnText.NotYours);
        if (outcome is KeepOutcome.ChangedMeanwhile || KeepFinder.Now(outcome) is not { } now)
            return ComesBack(outcome, found, typed);
        if (now.Stage != KeepStage.Open && words is not null)
            await keeping.DecideOwn(found.Me, found.Pair.Id, found.Keep.Number, own => KeepingOwn.Add(own, words), cancellationToken);
        return new Answer.Says(KeepingText.KeptForYouAlone);
    }

    /// <summary>The form comes back with what they typed, and says why.</summary>
    private static Answer.Opens ComesBack(KeepOutcome outcome, FoundKeep found, DraftForm.Filled typed) => outcome switch
    {
        KeepOutcome.ChangedMeanwhile { Now: var now } => new(
            DraftForm.Of(found with { Keep = now }, typed, now.Showing is { } showing && showing.Person != found.Me ? KeepingText.ShownMeanwhile.With(found.Name) : KeepingText.ChangedInOtherWindow)),
        KeepOutcome.Over { Now: var now } => new(DraftForm.Of(found with { Keep = now }, typed, KeepingText.TooLate)),
        _ => new(DraftForm.Of(found, typed, KeepingText.TooLate)),
    };

    /// <summary>Nothing is there, nothing was written.</summary>
    private static bool IsNothing(FoundKeep found, DraftForm.Filled given, DraftForm.Filled typed) =>
        typed.Both is null && typed.Alone is null && found.Mine.Draft is null && given.Alone is null;

    /// <summary>What the form is filled in with: their draft, or what the notes give; after nothing was kept jointly, their own lines.</summary>
    private async Task<DraftForm.Filled> Fill(FoundKeep found, CancellationToken cancellationToken)
    {
        var own = await keeping.Own(found.Me, found.Pair.Id, found.Keep.Number, cancellationToken);
        var (text, isCut) = found.Keep.Stage == KeepStage.Open
            ? DraftForm.PutTogether(await notes.ForBoth(found.Pair.Id, found.Keep.Number, cancellationToken))
            : DraftForm.PutTogether(own.Lines);
        var draft = found.Mine.Draft?.Words;
        return new(draft ?? text, own.Alone, found.Mine.MayTakeAlong, (draft ?? text) is not null, isCut && draft is null, own);
    }

    private static OwnLines Now(OwnLinesOutcome outcome) => outcome switch
    {
        OwnLinesOutcome.Done done => done.Now,
        OwnLinesOutcome.AsItIs asItIs => asItIs.Now,
        var other => ((OwnLinesOutcome.ChangedMeanwhile)other).Now,
    };

    /// <summary>The numbers of the texts that the form showed: of the one on the table, and of their own draft. 0 for none.</summary>
    private sealed record Saw(int OnTable, int Draft);

    private async Task<NoticeCard?> Told(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number, card) = SessionNotices.In(notice.Subject);
        var (pair, keep) = await keeping.Find(id, number, cancellationToken);
        if (pair is null || keep is null)
            return new(Card.Settled(), CardLife.Over);
        if (card < keep.Of(reader.Person).Card)
            return new(Card.Newer(), CardLife.Over);
        return cards.Of(new(pair, keep, reader.Person, await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken)), reader);
    }
}
