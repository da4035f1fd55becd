using System.Collections.Immutable;

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

    /// <summary>Lines of theirs come here. What came before does not come again.</summary>
    public static Decision<OwnLines, OwnLinesOutcome> Take(OwnLines found, IEnumerable<(string From, OwnLine Line)> lines)
    {
        var news = lines.Where(one => !found.Brought.Contains(one.From)).ToList();
        return news.Count == 0
            ? AsItIs(found)
            : Done(found with { Lines = [.. found.Lines, .. news.Select(one => one.Line)], Brought = [.. found.Brought, .. news.Select(one => one.From)] });
    }

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
