using MentorBot.Domain;

namespace MentorBot.Domain.Scheduling;

/// <summary>Looks for times in both calendars. Only after both have agreed to talk, or one has chosen the other.</summary>
public sealed class Times(ICalendars calendars)
{
    /// <summary>Times for two people, the first as "one".</summary>
    public Task<TimesFound> Find(PersonId one, PersonId other, TimesWanted wanted, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Whether both are free at that time, whatever their hours; null when a calendar cannot be seen.</summary>
    public Task<bool?> AreFree(PersonId one, PersonId other, NodaTime.Interval time, CancellationToken cancellationToken) => throw new NotImplementedException();

    private readonly ICalendars calendars = calendars;
}
