using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>Reading what the other put together, saying that it is fine, changing it; reading what was kept; and one's own lines.</summary>
internal static class KeepForms
{
    /// <summary>The text that is on the table, as it is now.</summary>
    /// <param name="changed">Where it is another one than they had read: what is to be said about it.</param>
    public static Form Read(FoundKeep found, bool mayTakeAlong, string? changed = null) => new(
        found.IsAsked ? KeepingText.AskedTitle.With(found.Name) : KeepingText.ReadTitle,
        Card.Of(
            null,
            [
                changed is null ? null : Card.Wrong(changed),
                .. WritingForm.Read(KeepingText.ForBoth, found.Keep.Text, ""),
                found.IsAsked ? DraftForm.TakeAlong(found.Name, mayTakeAlong) : null,
            ],
            found.IsAsked ? Card.Submit(KeepingText.FineLikeThis, KeepingActions.Fine, found.IdsWithText) : null,
            Card.Submit(KeepingText.ChangeIt, KeepingActions.ChangeNext, found.IdsWithText),
            found.IsAsked ? Card.Submit(KeepingText.RatherNot, KeepingActions.RatherNot, found.IdsWithText) : Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>The same text in a field; and beside it the draft that they had put together themselves, if any.</summary>
    /// <param name="words">What the field holds.</param>
    /// <param name="wrong">What has to be put right.</param>
    public static Form Change(FoundKeep found, Confidential? words, bool mayTakeAlong, string? wrong = null) => new(KeepingText.ChangeIt, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(KeepingText.ChangeIntro.With(found.Name)),
            WritingForm.Field(KeepingActions.Both, KeepingText.ForBoth, words, Keep.Longest),
            .. found.Mine.Draft is { } draft ? WritingForm.Read(KeepingText.YourDraft, draft.Words, "") : [],
            DraftForm.TakeAlong(found.Name, mayTakeAlong),
        ],
        Card.Submit(KeepingText.Show.With(found.Name), KeepingActions.ShowChange, found.IdsWithText)));

    /// <summary>It was changed by the other while they changed it: both texts, and nothing shown.</summary>
    public static Form ChangeAgain(FoundKeep found, Confidential? words, bool mayTakeAlong, string wrong) => new(KeepingText.ChangeIt, Card.Of(
        null,
        [
            Card.Wrong(wrong),
            .. WritingForm.Read(KeepingText.AsItIsNow, found.Keep.Text, ""),
            WritingForm.Field(KeepingActions.Both, KeepingText.ForBoth, words, Keep.Longest),
            DraftForm.TakeAlong(found.Name, mayTakeAlong),
        ],
        found.IsAsked ? Card.Submit(KeepingText.FineLikeThis, KeepingActions.Fine, found.IdsWithText) : null,
        Card.Submit(KeepingText.Show.With(found.Name), KeepingActions.ShowChange, found.IdsWithText)));

    /// <summary>What both kept; and below it what is theirs alone.</summary>
    public static Form Kept(FoundKeep found, OwnLines own) => new(KeepingText.KeptTitle, Card.Of(
        null,
        [.. WritingForm.Read(KeepingText.ForBoth, found.Keep.Text, ""), own.IsEmpty ? null : Card.Small(KeepingText.AlsoForYouAlone)],
        own.IsEmpty ? null : Card.Submit(KeepingText.OpenMine, KeepingActions.MineNext, found.Ids),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    public static Form HowLocked(string coordinator) => new(KeepingText.HowLocked, Card.Of(
        null, [Card.Text(KeepingText.HowLockedText.With(coordinator))], Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>One's own lines, each in a field of its own.</summary>
    /// <param name="own">As it is kept: its revision goes with the form.</param>
    /// <param name="wrong">What has to be put right, or what happened meanwhile.</param>
    public static Form Mine(FoundKeep found, OwnLines own, Confidential? alone, ImmutableArray<OwnLine> lines, string? wrong = null) => new(KeepingText.MineTitle, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(KeepingText.MineIntro.With(found.Name)),
            .. lines.Select((line, at) => WritingForm.Field(
                KeepingActions.Line + FoundKeep.Text(at), line.From is { } phase ? KeepingText.YourNote.With(PhaseCards.Name(phase)) : KeepingText.YourText, line.Words, Keep.Longest)),
            WritingForm.Field(KeepingActions.Alone, KeepingText.ForMeAlone, alone, Keep.Longest),
        ],
        Card.Submit(KeepingText.Save, KeepingActions.SaveMine, [.. found.Ids, (KeepingActions.Own, FoundKeep.Text(own.Revision))]),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));
}
