using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Agreements;

/// <summary>How two people note how they want to do this: alone, showing answer by answer what they like, at any time again.</summary>
public static class Agreeing
{
    /// <summary>In characters, for each answer.</summary>
    public const int Longest = 1000;

    /// <summary>All of one's own sheet at once. What of it is shown follows by a step.</summary>
    /// <param name="written">What the form holds.</param>
    /// <param name="seen">The revision that the form showed.</param>
    public static Decision<Sheet, SheetOutcome> Save(Sheet current, Sheet written, int seen)
    {
        if (current.SaysTheSameAs(written))
            return new(new SheetOutcome.AsItIs(current), false, current, []);
        if (current.Revision != seen)
            return new(new SheetOutcome.ChangedMeanwhile(current), false, current, []);
        var next = current with { Revision = current.Revision + 1, Answers = written.Answers, Rhythm = written.Rhythm };
        return new(new SheetOutcome.Kept(next), true, next, [new Consequence.Step(AgreementNotices.Show, next.In.Value, next.Revision.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>The other sees what is ticked by now, and nothing else. Saying "this suits me" is over with any change of it.</summary>
    /// <param name="current">What was shown before.</param>
    public static Decision<ShownSheet, ShownSheet> Show(Relationship? pair, ShownSheet current, Sheet sheet)
    {
        if (pair is not { State: RelationshipState.Going } || !pair.IsOf(sheet.Author) || sheet.Revision < current.Of)
            return AsItIs(current);
        ImmutableArray<Confidential?> words = [.. sheet.Answers.Select(answer => answer.IsShown ? answer.Words : null)];
        var rhythm = sheet.Answers[Sheet.OnMeeting].IsShown ? sheet.Rhythm : Rhythm.Open;
        var taken = current with { Of = sheet.Revision };
        if (rhythm == current.Rhythm && words.SequenceEqual(current.Words))
            return taken == current || current.Revision == 0 ? AsItIs(current) : new(taken, true, taken, []);

        var next = taken with { Revision = current.Revision + 1, Words = words, Rhythm = rhythm, Stance = null };
        return new(next, true, next, next.ShowsAnything && !current.ShowsAnything ? [AgreementNotices.Shown(pair, pair.OtherThan(sheet.Author), next.Revision)] : []);
    }

    /// <summary>This suits me, or let's talk first: said to both sheets as they were seen.</summary>
    public static Decision<ShownSheet, ShownSheet> Say(Relationship? pair, ShownSheet current, Stance stance)
    {
        if (pair is not { State: RelationshipState.Going } || !pair.IsOf(current.Author) || current.Revision != stance.Mine || !current.ShowsAnything || current.Stance == stance)
            return AsItIs(current);
        var next = current with { Stance = stance };
        return new(next, true, next, []);
    }

    /// <summary>How long both would like it to be; null where they do not both say so, or not the same.</summary>
    public static int? MinutesOf(ShownSheet one, ShownSheet other) => one.Rhythm.Minutes == other.Rhythm.Minutes ? one.Rhythm.Minutes : null;

    /// <summary>After how many conversations both would like to look again; null where they do not both say so, or not the same.</summary>
    public static int? LookAgainOf(ShownSheet one, ShownSheet other) => one.Rhythm.LookAgainAfter == other.Rhythm.LookAgainAfter ? one.Rhythm.LookAgainAfter : null;

    private static Decision<ShownSheet, ShownSheet> AsItIs(ShownSheet current) => new(current, false, current, []);
}
