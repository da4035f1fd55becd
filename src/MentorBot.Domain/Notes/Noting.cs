using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Notes;

/// <summary>
/// Writing down what is said. Each has a field of their own in every phase, and nobody can write in the other's; a form that showed an
/// earlier text than there is now saves nothing, so that no word is lost.
/// </summary>
public static class Noting
{
    /// <summary>In characters.</summary>
    public const int LongestNote = 2000;

    /// <summary>A note that both can read: while the two go on. With it goes the step by which both hear that there is one, or none any more.</summary>
    /// <param name="found">The author's own note at this place.</param>
    /// <param name="seen">The version that the form showed; empty where it showed none.</param>
    /// <param name="words">Null erases it.</param>
    public static Decision<Note, NoteOutcome> ForBoth(
        Relationship? pair, Note? found, NotePlace place, PersonId author, string seen, Confidential? words, Instant now) => pair switch
        {
            null => AsItIs(found, new NoteOutcome.Gone()),
            _ when !pair.IsOf(author) => AsItIs(found, new NoteOutcome.NotYours()),
            { State: not RelationshipState.Going } => AsItIs(found, new NoteOutcome.Ended()),
            _ => Told(found, place, Own(found, place, author, seen, words, now)),
        };

    /// <summary>A note that its author alone can read.</summary>
    /// <inheritdoc cref="ForBoth"/>
    public static Decision<Note, NoteOutcome> Own(Note? found, NotePlace place, PersonId author, string seen, Confidential? words, Instant now) => (found, words) switch
    {
        (null, null) => AsItIs(null, new NoteOutcome.AsItIs(null)),
        ({ } same, { } again) when again.Equals(same.Words) => AsItIs(same, new NoteOutcome.AsItIs(same)),
        ({ } other, _) when other.Version != seen => AsItIs(other, new NoteOutcome.ChangedMeanwhile(other)),
        (_, null) => new(new NoteOutcome.Erased(), true, null, []),

        // What was erased meanwhile is written anew: the words in the form are all there are.
        var (_, written) => Kept(new(place.In, place.Session, place.Phase, author, (found?.Revision ?? 0) + 1, written, now)),
    };

    /// <summary>The same words are for both now: the own note goes, unless it says something else by now. Repeating it changes nothing.</summary>
    public static Decision<Note, NoteOutcome> Shared(Note? own, Confidential words) =>
        words.Equals(own?.Words) ? new(new NoteOutcome.Erased(), true, null, []) : AsItIs(own, new NoteOutcome.AsItIs(own));

    private static Decision<Note, NoteOutcome> Told(Note? found, NotePlace place, Decision<Note, NoteOutcome> decision) =>
        decision.Changes && (found is null || decision.Next is null)
            ? decision with { Consequences = [new Consequence.Step(NoteNotices.Changed, SessionNotices.Numbered(place.In, place.Session), decision.Next?.Version ?? "")] }
            : decision;

    private static Decision<Note, NoteOutcome> Kept(Note next) => new(new NoteOutcome.Kept(next), true, next, []);

    private static Decision<Note, NoteOutcome> AsItIs(Note? found, NoteOutcome outcome) => new(outcome, false, found, []);
}
