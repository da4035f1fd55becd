using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notes;

namespace MentorBot.Domain.Keeping;

/// <summary>What one keeps for oneself alone.</summary>
public static class KeepingOwn
{
    /// <param name="seen">The revision that the form showed; 0 where there was nothing.</param>
    public static Decision<OwnLines, OwnLinesOutcome> Write(OwnLines found, int seen, Confidential? alone) => Change(found, seen, found with { Alone = alone });

    /// <summary>All of it, as they left it in the form.</summary>
    /// <param name="seen">The revision that the form showed.</param>
    public static Decision<OwnLines, OwnLinesOutcome> Rewrite(OwnLines found, int seen, Confidential? alone, ImmutableArray<OwnLine> lines) =>
        Change(found, seen, found with { Alone = alone, Lines = lines });

    /// <summary>One more line; nothing where they have it already.</summary>
    public static Decision<OwnLines, OwnLinesOutcome> Add(OwnLines found, Confidential words)
    {
        var line = new OwnLine(null, words);
        return found.Lines.Contains(line) ? AsItIs(found) : Done(found with { Lines = found.Lines.Add(line) });
    }

    /// <summary>Lines of theirs come here. What came before does not come again.</summary>
    public static Decision<OwnLines, OwnLinesOutcome> Take(OwnLines found, IEnumerable<(string From, OwnLine Line)> lines)
    {
        var news = lines.Where(one => !found.Brought.Contains(one.From)).ToList();
        return news.Count == 0
            ? AsItIs(found)
            : Done(found with { Lines = [.. found.Lines, .. news.Select(one => one.Line)], Brought = [.. found.Brought, .. news.Select(one => one.From)] });
    }

    /// <summary>What comes to this person when it is over: the texts that they put together and are not what both keep, and what they had noted for both.</summary>
    public static IEnumerable<(string From, OwnLine Line)> Of(Keep keep, PersonId person, IEnumerable<Note> notes) =>
    [
        .. keep.OwnOf(person).Select(text => (string.Create(CultureInfo.InvariantCulture, $"text-{text.Number}"), new OwnLine(null, text.Words))),
        .. notes.Where(note => note.Author == person)
            .Select(note => ($"note-{note.Phase}-{note.Version}", new OwnLine(note.Phase, note.Words))),
    ];

    /// <summary>The note for both has come to its author, or nobody wanted to keep it: it goes, unless it was changed since.</summary>
    public static Decision<Note, NoteOutcome> Leave(Note? found, Note brought) =>
        found?.Version == brought.Version ? new(new NoteOutcome.Erased(), true, null, []) : new(new NoteOutcome.AsItIs(found), false, found, []);

    private static Decision<OwnLines, OwnLinesOutcome> Change(OwnLines found, int seen, OwnLines next)
    {
        if (Equals(found.Alone, next.Alone) && found.Lines.SequenceEqual(next.Lines))
            return AsItIs(found);
        return seen == found.Revision ? Done(next) : new(new OwnLinesOutcome.ChangedMeanwhile(found), false, found, []);
    }

    private static Decision<OwnLines, OwnLinesOutcome> Done(OwnLines next)
    {
        var changed = next with { Revision = next.Revision + 1 };
        return new(new OwnLinesOutcome.Done(changed), true, changed, []);
    }

    private static Decision<OwnLines, OwnLinesOutcome> AsItIs(OwnLines found) => new(new OwnLinesOutcome.AsItIs(found), false, found, []);
}
