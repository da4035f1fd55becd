using System.Collections.Immutable;
using System.Text;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Roster;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Roster;

/// <summary>Where a roster is pasted, and what it would change. What was pasted travels along, so that nothing has to be kept until it is taken over.</summary>
internal static class RosterForms
{
    /// <summary>In characters; a longer list is taken over with the operator's command.</summary>
    public const int Longest = 20_000;

    private const string Pasted = "pasted";

    public static Form New(StandingRoster? standing, Confidential? text, string? wrong) => new(RosterText.Title, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(RosterText.Intro),
            Card.Text(standing switch { null => RosterText.NoneStands, { People: 1 } => RosterText.StandsOne, var now => RosterText.Stands.With(now.People) }),
            WritingForm.Field(RosterActions.Text, RosterText.Paste, text, Longest, RosterText.Example),
            Card.Small(RosterText.PasteHint.With(Longest)),
        ],
        Card.Submit(RosterText.LookFirst, RosterActions.Check),
        Card.Submit(RosterText.NotNow, ActionIds.CloseForm)));

    /// <param name="isAfresh">The roster, or what was pasted, is not what was looked at.</param>
    public static Form Preview(RosterChange change, IReadOnlyList<string> names, Confidential text, bool isAfresh) => new(RosterText.PreviewTitle, Card.Of(
        null,
        [
            isAfresh ? Card.Wrong(RosterText.Afresh) : null,
            .. RosterWords.Of(change, names).Select(Card.Text),
            change.Asked.IsEmpty ? null : Card.Small(RosterText.AskedHint),
            .. Along(text),
        ],
        Card.Submit(RosterText.TakeItOver, RosterActions.TakeOver, (RosterActions.Basis, change.Basis), (RosterActions.Mark, change.Mark)),
        Card.Submit(RosterText.Change, RosterActions.Change),
        Card.Submit(RosterText.NotNow, ActionIds.CloseForm)));

    public static Form Errors(ImmutableArray<RosterError> errors, Confidential text) => new(RosterText.ErrorsTitle, Card.Of(
        null,
        [Card.Text(RosterText.NothingTakenOver), .. RosterWords.Of(errors).Select(Card.Written), .. Along(text)],
        Card.Submit(RosterText.Change, RosterActions.Change),
        Card.Submit(RosterText.NotNow, ActionIds.CloseForm)));

    /// <summary>What was pasted, and what has to be put right before it can be read; at most one of them is null.</summary>
    public static (Confidential? Text, string? Wrong) Read(Submission submission)
    {
        var text = submission.Words(RosterActions.Text);
        return (text, text is null ? RosterText.NothingPasted : WritingForm.WrongWith(text, Longest));
    }

    /// <summary>As a file would hold it.</summary>
    public static Stream Csv(Confidential text) => new MemoryStream(Encoding.UTF8.GetBytes(FormText.Show(text) ?? ""));

    private static IEnumerable<AdaptiveElement> Along(Confidential text) =>
        Card.Folded(RosterText.WhatYouPasted, Pasted, [WritingForm.Field(RosterActions.Text, RosterText.Paste, text, Longest)]);
}
