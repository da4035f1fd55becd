using System.Collections.Immutable;
using System.Text;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>What to keep, put together from the shared notes as they are: by phase, nothing added. And what one keeps for oneself alone.</summary>
public static class DraftForm
{
    /// <summary>The notes of both in their order, each whole, under the names of the phases. Where they are too many, it ends with the last whole one that fits.</summary>
    public static (Confidential? Text, bool IsCut) PutTogether(IEnumerable<Note> notes) =>
        PutTogether(notes.OrderBy(note => note.Phase).Select(note => new OwnLine(note.Phase, note.Words)));

    /// <summary>The same of one's own lines.</summary>
    public static (Confidential? Text, bool IsCut) PutTogether(IEnumerable<OwnLine> lines)
    {
        var text = new StringBuilder();
        Phase? under = null;
        foreach (var line in lines)
        {
            var heading = line.From is { } phase && phase != under ? PhaseCards.Name(phase) + "\n" : "";
            var next = $"{(text.Length == 0 ? "" : "\n\n")}{heading}{FormText.Show(line.Words)}";
            if (text.Length + next.Length > Keep.Longest)
                return (FormText.Read(text.ToString()), true);
            text.Append(next);
            under = line.From ?? under;
        }

        return (FormText.Read(text.ToString()), false);
    }

    /// <summary>Whether they left it as it was put together. Clients end lines in their own ways.</summary>
    public static bool IsLeftAs(Confidential? typed, Confidential? given) => Plain(typed) == Plain(given);

    /// <param name="filled">What the fields hold.</param>
    /// <param name="wrong">What has to be put right, or what happened meanwhile.</param>
    public static Form Of(FoundKeep found, Filled filled, string? wrong = null)
    {
        var (keep, name) = (found.Keep, found.Name);
        (string, string)[] ids = [.. found.IdsWithText, (KeepingActions.Own, FoundKeep.Text(filled.Own.Revision)), (KeepingActions.Drafted, FoundKeep.Text(found.Mine.Draft?.Number ?? 0))];
        var theirs = wrong is not null && found.IsAsked ? keep.Text : null;
        return new(KeepingText.DraftTitle, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                theirs is null ? null : Card.Written(FormText.Show(theirs)!),
                wrong is null ? Card.Text(Intro(found, filled)) : null,
                WritingForm.Field(KeepingActions.Both, KeepingText.ForBoth, filled.Both, Keep.Longest),
                .. wrong is not null ? KeptSoFar(found.Mine.Draft?.Words, filled.Both) : [],
                filled.IsCut ? Card.Small(KeepingText.NotAllFits) : null,
                WritingForm.Field(KeepingActions.Alone, KeepingText.ForMeAlone, filled.Alone, Keep.Longest),
                .. wrong is not null ? KeptSoFar(filled.Own.Alone, filled.Alone) : [],
                TakeAlong(name, filled.MayTakeAlong),
            ],
            keep.MayShow && found.MayKeep ? Card.Submit(KeepingText.Show.With(name), KeepingActions.Show, ids) : null,
            theirs is null ? null : Card.Submit(KeepingText.FineLikeThis, KeepingActions.Fine, found.IdsWithText),
            Card.Submit(KeepingText.KeepMineAlone, KeepingActions.KeepMine, ids),
            keep.Stage == KeepStage.Open && keep.OnTable == 0 && found.MayKeep ? Card.Submit(KeepingText.Later, KeepingActions.Later, ids) : null));
    }

    /// <summary>What is too long, in either field; null when nothing is.</summary>
    public static string? WrongWith(params ReadOnlySpan<Confidential?> texts)
    {
        foreach (var text in texts)
            if (WritingForm.WrongWith(text, Keep.Longest) is { } wrong)
                return wrong;
        return null;
    }

    public static AdaptiveToggleInput TakeAlong(string name, bool isTicked) => new()
    {
        Id = KeepingActions.TakeAlong,
        Label = KeepingText.TakeAlongLabel,
        Title = KeepingText.TakeAlong.With(name),
        ValueOn = "true",
        ValueOff = "false",
        Value = isTicked ? "true" : "false",
        Wrap = true,
    };

    private static string Intro(FoundKeep found, Filled filled) => filled.HasText
        ? found.Keep.Stage == KeepStage.Open ? KeepingText.DraftIntro.With(found.Name) : KeepingText.OwnIntro.With(found.Name)
        : KeepingText.NoNotes;

    /// <summary>What is kept, where the field holds something else.</summary>
    private static IEnumerable<AdaptiveElement> KeptSoFar(Confidential? kept, Confidential? typed) =>
        kept is null || kept.Equals(typed) ? [] : WritingForm.Read(KeepingText.KeptSoFar, kept, "");

    private static string? Plain(Confidential? text) => FormText.Show(text)?.ReplaceLineEndings("\n").Trim();

    /// <param name="HasText">Whether there was something to put together.</param>
    /// <param name="IsCut">Whether not all of it fitted.</param>
    /// <param name="Own">As it is kept: its revision goes with the form.</param>
    public sealed record Filled(Confidential? Both, Confidential? Alone, bool MayTakeAlong, bool HasText, bool IsCut, OwnLines Own);
}
