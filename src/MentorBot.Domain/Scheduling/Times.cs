using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Looks for times in both calendars. Only after both have agreed to talk, or one has chosen the other.</summary>
public sealed class Times(ICalendars calendars)
{
    /// <summary>What else is on the days of the first and the last time says how quiet they are.</summary>
    private static readonly Duration Around = Duration.FromDays(1);

    private static readonly Duration Longest = ICalendars.LongestReading - Around - Around;

    /// <summary>Times for two people, the first as "one". Not further ahead than calendars are read, a little more than eight weeks.</summary>
    public async Task<TimesFound> Find(PersonId one, PersonId other, TimesWanted wanted, CancellationToken cancellationToken)
    {
        var until = Instant.Min(wanted.Until, wanted.From + Longest);
        if (until <= wanted.From)
            return new TimesFound.NoneInCommon(until);
        if (await Read(one, other, new(wanted.From - Around, until + Around), cancellationToken) is not var (mine, theirs))
            return new TimesFound.OutOfReach();

        var slots = Slots.Find(new(
            mine, theirs, wanted.Minutes, new(wanted.From, until), wanted.Most, wanted.BeyondUsualHours, wanted.LastTime, wanted.EdgesOfOne, wanted.EdgesOfOther, wanted.IsFurther));
        return slots.IsEmpty ? new TimesFound.NoneInCommon(until) : new TimesFound.Found(slots);
    }

    /// <summary>Whether both are free at that time, whatever their hours; null when a calendar cannot be seen.</summary>
    public async Task<bool?> AreFree(PersonId one, PersonId other, Interval time, CancellationToken cancellationToken) =>
        await Read(one, other, time, cancellationToken) is var (mine, theirs) ? Slots.IsFree(mine, time) && Slots.IsFree(theirs, time) : null;

    /// <summary>Whether that time lies within this person's usual hours; null when their calendar cannot be seen.</summary>
    public async Task<bool?> IsUsual(PersonId person, Interval time, CancellationToken cancellationToken) =>
        await calendars.Read(person, time, cancellationToken) is CalendarReading.Known known ? Slots.IsUsual(known.Availability, time) : null;

    /// <summary>Both at once; null when either cannot be seen.</summary>
    private async Task<(Availability Mine, Availability Theirs)?> Read(PersonId one, PersonId other, Interval within, CancellationToken cancellationToken) =>
        await calendars.Read([one, other], within, cancellationToken) is [CalendarReading.Known mine, CalendarReading.Known theirs]
            ? (mine.Availability, theirs.Availability)
            : null;
}
