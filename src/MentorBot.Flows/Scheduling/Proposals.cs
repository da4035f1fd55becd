using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>Looks into both calendars for two people, as one of them will read it.</summary>
public sealed class Proposals(Times times, IClock clock)
{
    /// <summary>Nobody is ready at once.</summary>
    private static readonly Duration Soonest = Duration.FromHours(1);

    private static readonly Duration Furthest = Duration.FromDays(56);

    private static readonly Duration AroundADay = Duration.FromDays(3);

    /// <summary>How many at a time.</summary>
    private const int Several = 5;

    /// <summary>What suits both; nothing that overlaps what the two have booked already.</summary>
    public async Task<TimesFound> Find(Together together, PersonId reader, Wanted wanted, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var from = Instant.Max(now + Soonest, wanted.From ?? now);
        var found = await Find(together, reader, wanted.Minutes, new(from, Instant.Max(from, now + Furthest)), Several + together.Meetings.Booked.Length, wanted.IsBeyond, wanted.From is not null, cancellationToken);
        if (found is not TimesFound.Found several)
            return found;
        var free = several.Slots.Where(slot => together.Meetings.Booked.All(one => one.End <= slot.Start || one.Start >= slot.End)).Take(Several).ToList();
        return free.Count > 0 ? new TimesFound.Found([.. free]) : new TimesFound.NoneInCommon(now + Furthest);
    }

    /// <summary>Exactly this time, as long as it suits both: within waking hours and free. It says for whom it lies at the edge of the day, or outside.</summary>
    public Task<TimesFound> At(Together together, PersonId reader, Instant start, int minutes, CancellationToken cancellationToken) =>
        Find(together, reader, minutes, new(start, start + Duration.FromMinutes(minutes)), 1, isBeyond: true, isFurther: true, cancellationToken);

    /// <summary>The best one within usual hours, some days around this time.</summary>
    public Task<TimesFound> Near(Together together, PersonId reader, Instant start, int minutes, CancellationToken cancellationToken)
    {
        var from = Instant.Max(start - AroundADay, clock.GetCurrentInstant() + Soonest);
        return Find(together, reader, minutes, new(from, Instant.Max(from, start + AroundADay)), 1, isBeyond: false, isFurther: true, cancellationToken);
    }

    /// <summary>Whether both are free then, whatever their hours; null when a calendar cannot be seen.</summary>
    /// <param name="moves">The booking that would be moved there: its own time does not count, which is busy because of it.</param>
    public async Task<bool?> AreFree(Together together, Instant start, int minutes, Booking? moves, CancellationToken cancellationToken)
    {
        var whole = new Interval(start, start + Duration.FromMinutes(minutes));
        foreach (var part in moves is null ? [whole] : Without(whole, new(moves.Start, moves.End)))
            if (await times.AreFree(together.Pair.Mentee, together.Pair.Mentor, part, cancellationToken) is not true and var answer)
                return answer;
        return true;
    }

    /// <summary>Whether it lies outside the other's usual hours, as far as can be seen: then they are asked first.</summary>
    public async Task<bool> IsUnusualForOther(Together together, PersonId actor, Instant start, int minutes, CancellationToken cancellationToken) =>
        await times.IsUsual(together.Pair.OtherThan(actor), new(start, start + Duration.FromMinutes(minutes)), cancellationToken) is false;

    private static IEnumerable<Interval> Without(Interval whole, Interval part)
    {
        if (whole.Start < part.Start)
            yield return new(whole.Start, Instant.Min(whole.End, part.Start));
        if (whole.End > part.End)
            yield return new(Instant.Max(whole.Start, part.End), whole.End);
    }

    /// <summary>No further ahead than anybody plans.</summary>
    public bool IsWithinReach(Instant start) => start <= clock.GetCurrentInstant() + Furthest;

    /// <summary>For whom it lies at the edge of their day.</summary>
    /// <param name="slot">As this person reads it.</param>
    public static DayEdge EdgeOf(Together together, PersonId reader, Slot slot)
    {
        var (mine, theirs) = reader == together.Pair.Mentee ? (DayEdge.Mentee, DayEdge.Mentor) : (DayEdge.Mentor, DayEdge.Mentee);
        return (IsEdge(slot.ForOne) ? mine : DayEdge.Nobody) | (IsEdge(slot.ForOther) ? theirs : DayEdge.Nobody);
    }

    private static bool IsEdge(SlotReason reason) => reason is SlotReason.StartOfYourDay or SlotReason.EndOfYourDay or SlotReason.OutsideUsualHours;

    private Task<TimesFound> Find(
        Together together, PersonId reader, int minutes, Interval within, int most, bool isBeyond, bool isFurther, CancellationToken cancellationToken)
    {
        var (pair, meetings) = together;
        var (mine, theirs) = reader == pair.Mentee ? (meetings.EdgesOfMentee, meetings.EdgesOfMentor) : (meetings.EdgesOfMentor, meetings.EdgesOfMentee);
        var lastTime = meetings.Session is { IsBooked: true } session ? session.Start : (Instant?)null;
        return times.Find(
            reader, pair.OtherThan(reader), new(minutes, within.Start, within.End, most, isBeyond, lastTime, mine, theirs, isFurther), cancellationToken);
    }
}
