using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>People's own calendars: read for free and busy only, never for what is in them; and written with what was booked here.</summary>
public interface ICalendars
{
    /// <summary>When people work and when they are busy, all of them at one time.</summary>
    /// <param name="within">At most <see cref="LongestReading"/>.</param>
    /// <returns>A reading for each, in their order.</returns>
    Task<ImmutableArray<CalendarReading>> Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken);

    /// <summary>The same for one.</summary>
    async Task<CalendarReading> Read(PersonId person, Interval within, CancellationToken cancellationToken) =>
        (await Read([person], within, cancellationToken))[0];

    /// <summary>The calendar shows this entry from now on, whether it was there before or not: repeating it makes no second one.</summary>
    /// <returns>Where the meeting is joined that the entry opened; null where it opens none, or is not there because the calendar is out of reach.</returns>
    /// <exception cref="CalendarUnavailableException">An outage; tried again later.</exception>
    Task<Uri?> Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken);

    /// <summary>The calendar does not show it any more; nothing happens when it never did.</summary>
    /// <exception cref="CalendarUnavailableException">An outage; tried again later.</exception>
    Task Remove(PersonId person, string entry, CancellationToken cancellationToken);

    /// <summary>The entry as the text of a calendar file (.ics), for whose calendar is out of reach; never with their own subject.</summary>
    Task<string> TextOf(CalendarEntry entry, CancellationToken cancellationToken);

    /// <summary>Whether an entry's own subject is shown in it; without that nobody is asked for one.</summary>
    bool ShowsOwnSubject => false;

    static readonly Duration LongestReading = Duration.FromDays(61);
}
