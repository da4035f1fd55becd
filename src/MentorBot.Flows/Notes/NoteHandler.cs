using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Notes;

/// <summary>Notes of a conversation. Whatever was typed is kept or comes back: in the form with a reason, never lost.</summary>
public sealed class NoteHandler(INotes notes, IMeetings meetings, IDirectory directory, IOpenings openings) : IFlow
{
    private delegate Task<Answer> Do(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken);

    private delegate Task<Answer> ComeBack(Turn turn, Spot spot, Confidential? words, string wrong, CancellationToken cancellationToken);

    public void Map(Routes routes)
    {
        routes.Form(NoteActions.Write, (turn, submission, token) => At(turn, submission, Write, null, isWhole: false, token));
        routes.Form(NoteActions.ReadAll, (turn, submission, token) => At(turn, submission, ReadAll, null, isWhole: true, token));

        routes.Submit(NoteActions.WriteNext, (turn, submission, token) => At(turn, submission, Write, null, isWhole: false, token));
        routes.Submit(NoteActions.Share, (turn, submission, token) => At(turn, submission, Share, null, isWhole: false, token));
        routes.Submit(NoteActions.ForMeAlone, (turn, submission, token) => At(turn, submission, ForMeAlone, ForBothAgain, isWhole: false, token));
        routes.Submit(NoteActions.Save, (turn, submission, token) => At(turn, submission, Save, ForBothAgain, isWhole: false, token));
        routes.Submit(NoteActions.SaveOwn, (turn, submission, token) => At(turn, submission, SaveOwn, OwnAgain, isWhole: false, token));
        routes.Submit(NoteActions.ShareNext, (turn, submission, token) => At(turn, submission, ShareNext, OwnAgain, isWhole: false, token));
    }

    private async Task<Answer> Write(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        if (spot.Together.Pair.State is not RelationshipState.Going)
            return new Answer.Says(TurnText.OldCard);
        var (mine, theirs) = await Both(turn, spot, cancellationToken);
        return await Shows(turn, NoteForms.ForBoth(spot, mine?.Words, mine, theirs), (mine ?? theirs) is not null, cancellationToken);
    }

    private async Task<Answer> ReadAll(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        var both = notes.ForBoth(spot.Place.In, spot.Place.Session, cancellationToken);
        var own = notes.Own(turn.Actor.Person, spot.Place.In, spot.Place.Session, cancellationToken);
        var form = NoteForms.All(spot, turn.Actor.Person, await both, await own, spot.Together.Pair.State is RelationshipState.Going);
        return await Shows(turn, form, !(await both).IsEmpty || !(await own).IsEmpty, cancellationToken);
    }

    /// <summary>Takes over what was typed; what was only shown stays where it is.</summary>
    private async Task<Answer> ForMeAlone(Turn turn, Spot spot, string seen, Confidential? typed, CancellationToken cancellationToken)
    {
        var (mine, _) = await Both(turn, spot, cancellationToken);
        var own = await Own(turn, spot, cancellationToken);
        var isNew = typed is not null && !typed.Equals(mine?.Words);
        var wrong = isNew && own is not null && !own.Words.Equals(typed) ? NoteText.AnotherAlone : null;
        return await Shows(turn, NoteForms.Own(spot, isNew ? typed : own?.Words, own, wrong), own is not null, cancellationToken);
    }

    private async Task<Answer> Save(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        switch (await DecideForBoth(turn, spot, seen, words, cancellationToken))
        {
            case NoteOutcome.Ended:
                return await SaveOwn(turn, spot, "", words, cancellationToken);
            case NoteOutcome.Gone:
                return GivenBack(words);
            case NoteOutcome.NotYours:
                return new Answer.Says(TurnText.NotYours);
            case NoteOutcome.ChangedMeanwhile:
                return await ForBothAgain(turn, spot, words, NoteText.ChangedMeanwhile, cancellationToken);
            case NoteOutcome.Erased:
                return new Answer.Says(NoteText.Erased);
            case NoteOutcome.AsItIs { Now: null }:
                return new Answer.Says(NoteText.NothingKept);
            default:
                return spot.IsClosed ? new Answer.Says(NoteText.KeptWithClosed) : new Answer.Closes();
        }
    }

    private async Task<Answer> SaveOwn(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        switch (await DecideOwn(turn, spot, found => Noting.Own(found, spot.Place, turn.Actor.Person, seen, words, turn.Now), cancellationToken))
        {
            case NoteOutcome.ChangedMeanwhile:
                return await OwnAgain(turn, spot, words, NoteText.ChangedMeanwhile, cancellationToken);
            case NoteOutcome.Erased:
                return new Answer.Says(NoteText.Erased);
            case NoteOutcome.AsItIs { Now: null }:
                return new Answer.Says(NoteText.NothingKept);
            default:
                return spot.Together.Pair.State is RelationshipState.Ended ended
                    ? new Answer.Says(NoteText.KeptAlone.With(spot.Name, turn.Reader.Day(ended.EraseAt)))
                    : new Answer.Closes();
        }
    }

    /// <summary>It is kept for oneself first, so that nothing hangs on the next step.</summary>
    private async Task<Answer> ShareNext(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        var saved = await SaveOwn(turn, spot, seen, words, cancellationToken);
        return saved is Answer.Closes && await Own(turn, spot, cancellationToken) is { } own
            ? await Shows(turn, NoteForms.Share(spot, own), true, cancellationToken)
            : saved;
    }

    /// <summary>First for both, then no longer for oneself alone: cut short in between, it can be shared once more.</summary>
    private async Task<Answer> Share(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        if (await Own(turn, spot, cancellationToken) is not { } own)
            return new Answer.Says(TurnText.OldCard);
        if (own.Version != seen)
            return await Shows(turn, NoteForms.Own(spot, own.Words, own), true, cancellationToken);

        switch (await DecideForBoth(turn, spot, "", own.Words, cancellationToken))
        {
            case NoteOutcome.ChangedMeanwhile:
                return await ForBothAgain(turn, spot, own.Words, NoteText.AnotherForBoth, cancellationToken);
            case NoteOutcome.Kept or NoteOutcome.AsItIs:
                await DecideOwn(turn, spot, found => Noting.Shared(found, own.Words), cancellationToken);
                return spot.IsClosed ? new Answer.Says(NoteText.KeptWithClosed) : new Answer.Closes();
            default:
                return new Answer.Says(TurnText.OldCard);
        }
    }

    private Task<NoteOutcome> DecideForBoth(Turn turn, Spot spot, string seen, Confidential? words, CancellationToken cancellationToken)
    {
        var (place, me) = (spot.Place, turn.Actor.Person);
        return notes.DecideForBoth(
            place.In, place.Session, place.Phase, me, (pair, found) => Noting.ForBoth(pair, found, place, me, seen, words, turn.Now), cancellationToken);
    }

    private Task<NoteOutcome> DecideOwn(Turn turn, Spot spot, Func<Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken) =>
        notes.DecideOwn(turn.Actor.Person, spot.Place.In, spot.Place.Session, spot.Place.Phase, decide, cancellationToken);

    private async Task<(Note? Mine, Note? Theirs)> Both(Turn turn, Spot spot, CancellationToken cancellationToken)
    {
        var here = (await notes.ForBoth(spot.Place.In, spot.Place.Session, cancellationToken)).Where(note => note.Phase == spot.Place.Phase).ToList();
        return (here.Find(note => note.Author == turn.Actor.Person), here.Find(note => note.Author != turn.Actor.Person));
    }

    private async Task<Note?> Own(Turn turn, Spot spot, CancellationToken cancellationToken) =>
        (await notes.Own(turn.Actor.Person, spot.Place.In, spot.Place.Session, cancellationToken)).FirstOrDefault(note => note.Phase == spot.Place.Phase);

    private async Task<Answer> Shows(Turn turn, Form form, bool hasLockedWords, CancellationToken cancellationToken)
    {
        if (hasLockedWords)
            await openings.Note(turn.Actor.Person, Opened.Notes, turn.Today, cancellationToken);
        return new Answer.Opens(form);
    }

    /// <summary>The form with what was typed, beside what is kept by now.</summary>
    private async Task<Answer> ForBothAgain(Turn turn, Spot spot, Confidential? words, string wrong, CancellationToken cancellationToken)
    {
        var (mine, theirs) = await Both(turn, spot, cancellationToken);
        return await Shows(turn, NoteForms.ForBoth(spot, words, mine, theirs, wrong), (mine ?? theirs) is not null, cancellationToken);
    }

    /// <inheritdoc cref="ForBothAgain"/>
    private async Task<Answer> OwnAgain(Turn turn, Spot spot, Confidential? words, string wrong, CancellationToken cancellationToken)
    {
        var own = await Own(turn, spot, cancellationToken);
        return await Shows(turn, NoteForms.Own(spot, words, own, wrong), own is not null, cancellationToken);
    }

    /// <summary>Finds the place in a conversation of theirs; also after the relationship ended, until it is erased.</summary>
    /// <param name="again">The form in which words are typed: it comes back when they are too many. Null where none are.</param>
    /// <param name="isWhole">Whether it is about all parts of a conversation.</param>
    private async Task<Answer> At(Turn turn, Submission submission, Do then, ComeBack? again, bool isWhole, CancellationToken cancellationToken)
    {
        var words = again is null ? null : submission.Words(NoteActions.Words);
        if (BetweenTwo.IdIn(submission) is not { } id || await meetings.Find(id, cancellationToken) is not { } together)
            return GivenBack(words);
        if (!together.Pair.IsOf(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        if (PlaceIn(submission, id, isWhole) is not { } place || !place.IsAmong(together.Meetings))
            return GivenBack(words);

        var spot = new Spot(together, place, await directory.NameOf(together.Pair.OtherThan(turn.Actor.Person), cancellationToken));
        return again is not null && WritingForm.WrongWith(words, Noting.LongestNote) is { } wrong
            ? await again(turn, spot, words, wrong, cancellationToken)
            : await then(turn, spot, submission.Id(NoteActions.Seen), words, cancellationToken);
    }

    private static NotePlace? PlaceIn(Submission submission, RelationshipId id, bool isWhole) =>
        submission.Number(SessionActions.Number) is { } number
        && (isWhole ? Phase.Review : submission.One<Phase>(SessionActions.Phase)) is { } phase
            ? new(id, number, phase)
            : null;

    private static Answer GivenBack(Confidential? words) => words is null
        ? new Answer.Says(TurnText.OldCard)
        : new Answer.Opens(WritingForm.GivenBack(NoteText.YourNote, NoteText.GivenBack, NoteText.YourNote, words));
}
