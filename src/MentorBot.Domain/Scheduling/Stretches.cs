using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Lists of stretches that are in order and do not touch: each of these walks them once.</summary>
internal static class Stretches
{
    /// <summary>What is busy, as far as it lies within; in order, each moment once.</summary>
    public static List<Stretch> Of(ImmutableArray<Interval> busy, Stretch within)
    {
        var all = new List<Stretch>(busy.Length);
        foreach (var interval in busy)
        {
            var from = interval.HasStart ? Math.Max(interval.Start.ToUnixTimeTicks(), within.From) : within.From;
            var to = interval.HasEnd ? Math.Min(interval.End.ToUnixTimeTicks(), within.To) : within.To;
            if (from < to)
                all.Add(new(from, to));
        }

        all.Sort();
        return Joined(all);
    }

    /// <summary>Joins what touches or overlaps, in place. They are in the order of their beginnings.</summary>
    public static List<Stretch> Joined(List<Stretch> ordered)
    {
        var kept = 0;
        for (var next = 1; next < ordered.Count; next++)
        {
            if (ordered[next].From <= ordered[kept].To)
                ordered[kept] = new(ordered[kept].From, Math.Max(ordered[kept].To, ordered[next].To));
            else
                ordered[++kept] = ordered[next];
        }

        if (ordered.Count > 0)
            ordered.RemoveRange(kept + 1, ordered.Count - kept - 1);
        return ordered;
    }

    /// <summary>What is in either.</summary>
    public static List<Stretch> Either(List<Stretch> one, List<Stretch> other)
    {
        var all = new List<Stretch>(one.Count + other.Count);
        var (mine, theirs) = (0, 0);
        while (mine < one.Count || theirs < other.Count)
        {
            var isMine = theirs == other.Count || (mine < one.Count && one[mine].From <= other[theirs].From);
            all.Add(isMine ? one[mine++] : other[theirs++]);
        }

        return Joined(all);
    }

    /// <summary>What is in both, as far as it lies within.</summary>
    public static List<Stretch> Both(List<Stretch> one, List<Stretch> other, Stretch within)
    {
        var common = new List<Stretch>(one.Count + other.Count);
        var (mine, theirs) = (0, 0);
        while (mine < one.Count && theirs < other.Count)
        {
            var from = Math.Max(within.From, Math.Max(one[mine].From, other[theirs].From));
            var to = Math.Min(within.To, Math.Min(one[mine].To, other[theirs].To));
            if (from < to)
                common.Add(new(from, to));
            if (one[mine].To < other[theirs].To)
                mine++;
            else
                theirs++;
        }

        return common;
    }
}
