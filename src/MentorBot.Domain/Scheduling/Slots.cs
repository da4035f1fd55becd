using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Finds times for two people. Pure: intervals in, ranked times out.</summary>
/// <remarks>
/// Everything is reckoned on the one line of time that both share, and clocks are only asked what they show: so a change of the
/// clocks, a date line or a night in between are nothing special. Whichever of the two comes first, the times are the same.
/// </remarks>
public static class Slots
{
    /// <summary>The most comfortable ones, in the order of time; none overlap. They begin at full quarters of an hour.</summary>
    public static ImmutableArray<Slot> Find(SlotSearch search)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(search.Minutes);
        var within = new Stretch(search.Within.Start.ToUnixTimeTicks(), search.Within.End.ToUnixTimeTicks());
        var one = new Diary(search.One, within, search.BeyondUsualHours, search.LastTime);
        var other = new Diary(search.Other, within, search.BeyondUsualHours, search.LastTime);
        var candidates = Candidates(search, one, other, within);
        if (!search.IsFurther)
            MarkSoonest(candidates);
        var chosen = Choose(candidates, search.Most, search.Minutes * Stretch.Minute);
        return WithReasons(chosen, search.Minutes);
    }

    /// <summary>Whether somebody is free all that time, whatever their hours.</summary>
    public static bool IsFree(Availability somebody, Interval time)
    {
        foreach (var busy in somebody.Busy)
        {
            var overlaps = (!busy.HasStart || busy.Start < time.End) && (!busy.HasEnd || busy.End > time.Start);
            var lasts = !busy.HasStart || !busy.HasEnd || busy.Start < busy.End;
            if (overlaps && lasts)
                return false;
        }

        return true;
    }

    /// <summary>Whether all of that time lies within somebody's usual hours.</summary>
    public static bool IsUsual(Availability somebody, Interval time)
    {
        var wanted = new Stretch(time.Start.ToUnixTimeTicks(), time.End.ToUnixTimeTicks());
        return new Diary(somebody, wanted, beyondUsualHours: false, null).Open.Exists(hours => hours.From <= wanted.From && wanted.To <= hours.To);
    }

    /// <summary>Every time that both are free at, in order.</summary>
    private static Span<Candidate> Candidates(SlotSearch search, Diary one, Diary other, Stretch within)
    {
        var open = Stretches.Both(one.Open, other.Open, within);
        var busy = Stretches.Either(one.Busy, other.Busy);
        var length = search.Minutes * Stretch.Minute;
        var edgesMore = Math.Clamp(search.EdgesOfOne - search.EdgesOfOther, -Comfort.MostEdgesMore, Comfort.MostEdgesMore);

        var candidates = new Candidate[open.Sum(hours => (int)(hours.Length / Stretch.Quarter) + 1)];
        var (found, next) = (0, 0);
        foreach (var hours in open)
        {
            // Whatever is busy before the next one is over when this time begins.
            for (var start = NextQuarter(hours.From); start + length <= hours.To;)
            {
                while (next < busy.Count && busy[next].To <= start)
                    next++;
                if (next < busy.Count && busy[next].From < start + length)
                {
                    start = NextQuarter(busy[next].To);
                    continue;
                }

                var time = new Stretch(start, start + length);
                var shared = HasRoom(time, busy, next) ? Traits.RoomAround : Traits.None;
                var (forOne, forOther) = (one.Fit(time), other.Fit(time));
                forOne = forOne with { Traits = forOne.Traits | shared };
                forOther = forOther with { Traits = forOther.Traits | shared };
                var daysLater = (int)((start - within.From) / Stretch.Day);
                candidates[found++] = new(start, forOne, forOther, Comfort.Of(forOne, forOther, daysLater, edgesMore));
                start += Stretch.Quarter;
            }
        }

        return candidates.AsSpan(0, found);
    }

    private static bool HasRoom(Stretch time, List<Stretch> busy, int next) =>
        (next == 0 || busy[next - 1].To <= time.From - Stretch.Quarter)
        && (next == busy.Count || busy[next].From >= time.To + Stretch.Quarter);

    /// <summary>Where everybody's clock is at a full quarter: no zone is off by less.</summary>
    private static long NextQuarter(long time) => (time + Stretch.Quarter - 1) / Stretch.Quarter * Stretch.Quarter;

    /// <summary>The first of those that are not passed over for their crooked hours.</summary>
    private static void MarkSoonest(Span<Candidate> candidates)
    {
        var soonest = -1;
        for (var next = 0; next < candidates.Length; next++)
        {
            if (soonest < 0 || candidates[next].Unround < candidates[soonest].Unround)
                soonest = next;
        }

        if (soonest >= 0)
            candidates[soonest].MarkAsSoonest();
    }

    /// <summary>One best after the other, and each makes the others less welcome on its day and at its hour.</summary>
    private static List<Candidate> Choose(Span<Candidate> candidates, int most, long length)
    {
        var chosen = new List<Candidate>();
        while (chosen.Count < most)
        {
            var best = -1;
            for (var next = 0; next < candidates.Length; next++)
            {
                if (!candidates[next].IsGone && (best < 0 || candidates[next].Beats(candidates[best])))
                    best = next;
            }

            if (best < 0)
                break;
            var taken = candidates[best];
            chosen.Add(taken);
            foreach (ref var candidate in candidates)
                candidate.MakeRoomFor(taken, length);
        }

        chosen.Sort((one, other) => one.Start.CompareTo(other.Start));
        return chosen;
    }

    private static ImmutableArray<Slot> WithReasons(List<Candidate> chosen, int minutes)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>(chosen.Count);
        var (toOne, toOther) = (new Reasons(), new Reasons());
        foreach (var candidate in chosen)
        {
            var start = Instant.FromUnixTimeTicks(candidate.Start);
            slots.Add(new(start, minutes, toOne.Next(candidate.One, candidate.Other, candidate.IsSoonest), toOther.Next(candidate.Other, candidate.One, candidate.IsSoonest)));
        }

        return slots.MoveToImmutable();
    }
}
