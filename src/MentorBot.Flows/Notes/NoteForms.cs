using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Notes;

/// <summary>Writing and reading what was noted, for both or for oneself alone.</summary>
public static class NoteForms
{
    private static readonly ImmutableArray<Phase> Phases = [.. Enum.GetValues<Phase>()];

    /// <summary>One's own field, and the other's note to read.</summary>
    /// <param name="words">What the field holds.</param>
    /// <param name="mine">What is kept already: its version goes with the form. Null for nothing.</param>
    /// <param name="wrong">What has to be put right; where it is that the note changed meanwhile, both texts are shown.</param>
    public static Form ForBoth(Spot spot, Confidential? words, Note? mine, Note? theirs, string? wrong = null) => new(NoteText.BothTitle, Card.Of(
        null,
        [
            .. Beginning(spot, NoteText.BothIntro.With(spot.Name), words, mine, wrong),
            WritingForm.Field(NoteActions.Words, NoteText.YourNote, words, Noting.LongestNote),
            .. WritingForm.Read(NoteText.TheirNote.With(spot.Name), theirs?.Words, NoteText.NothingYet),
        ],
        Submit(NoteText.Save, NoteActions.Save, spot, mine),
        Submit(NoteText.ForMeAlone, NoteActions.ForMeAlone, spot, mine),
        Card.Submit(NoteText.LeaveIt, ActionIds.CloseForm)));

    /// <inheritdoc cref="ForBoth"/>
    public static Form Own(Spot spot, Confidential? words, Note? mine, string? wrong = null) => new(NoteText.OwnTitle, Card.Of(
        null,
        [
            .. Beginning(spot, NoteText.OwnIntro.With(spot.Name), words, mine, wrong),
            WritingForm.Field(NoteActions.Words, NoteText.YourNote, words, Noting.LongestNote),
        ],
        Submit(NoteText.Save, NoteActions.SaveOwn, spot, mine),
        Submit(NoteText.ShareWith.With(spot.Name), NoteActions.ShareNext, spot, mine),
        Card.Submit(NoteText.LeaveIt, ActionIds.CloseForm)));

    /// <summary>Once more before the other can read it.</summary>
    public static Form Share(Spot spot, Note mine) => new(NoteText.ShareTitle.With(spot.Name), Card.Of(
        null,
        [Card.Text(NoteText.ShareIntro.With(spot.Name)), .. WritingForm.Read(NoteText.YourNote, mine.Words, NoteText.NothingYet)],
        Submit(NoteText.Share, NoteActions.Share, spot, mine),
        Card.Submit(NoteText.KeepItMine, ActionIds.CloseForm)));

    /// <summary>Everything of one conversation: what is for both, part by part, then what is one's own.</summary>
    /// <param name="mayWrite">Whether it may still be changed.</param>
    public static Form All(Spot spot, PersonId reader, ImmutableArray<Note> both, ImmutableArray<Note> own, bool mayWrite)
    {
        var shared = both.GroupBy(note => note.Phase).SelectMany(part => part.OrderBy(note => note.Author == reader ? 0 : 1)).SelectMany(note =>
            WritingForm.Read(
                note.Author == reader ? NoteText.PartOfYours.With(PhaseCards.Name(note.Phase)) : NoteText.PartOf.With(PhaseCards.Name(note.Phase), spot.Name), note.Words, NoteText.NothingYet));
        var alone = own.SelectMany(note => WritingForm.Read(NoteText.PartAlone.With(PhaseCards.Name(note.Phase)), note.Words, NoteText.NothingYet));
        var buttons = mayWrite ? Phases.Select(phase => Submit(PhaseCards.Name(phase), NoteActions.WriteNext, spot with { Place = spot.Place with { Phase = phase } }, null)) : [];
        return new(NoteText.AllTitle.With(spot.Name), Card.Of(
            null,
            [
                both.IsEmpty && own.IsEmpty ? Card.Text(NoteText.NothingYet) : null,
                .. shared,
                .. alone,
                mayWrite ? Card.Small(NoteText.ToChange) : null,
            ],
            [.. buttons, Card.Submit(TurnText.Close, ActionIds.CloseForm)]));
    }

    private static IEnumerable<AdaptiveElement?> Beginning(Spot spot, string intro, Confidential? words, Note? mine, string? wrong) =>
    [
        wrong is null ? null : Card.Wrong(wrong),
        Card.Text(intro),
        Card.Small(PhaseCards.Name(spot.Place.Phase)),

        // Two texts of one's own: the one in the field, and the one that is kept.
        .. mine is not null && !mine.Words.Equals(words) ? WritingForm.Read(NoteText.KeptSoFar, mine.Words, NoteText.NothingYet) : [],
    ];

    private static AdaptiveAction Submit(string title, string id, Spot spot, Note? seen)
    {
        (string, string)[] ids =
        [
            (RelationshipActions.Relationship, spot.Place.In.Value),
            (SessionActions.Number, spot.Place.Session.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (SessionActions.Phase, spot.Place.Phase.ToString()),
        ];
        return Card.Submit(title, id, seen is null ? ids : [.. ids, (NoteActions.Seen, seen.Version)]);
    }
}
