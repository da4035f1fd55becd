using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Testing.Calendars;

/// <summary>Calendars in memory, for tests of what books and looks for times. Hours and zones are the directory's.</summary>
public sealed class CalendarsInMemory(IDirectory directory) : ICalendars
{
    private readonly Lock gate = new();
    private readonly Dictionary<(PersonId Person, string Key), CalendarEntry> entries = [];
    private readonly List<(PersonId Person, Interval Time)> busy = [];
    private readonly HashSet<PersonId> outOfReach = [];

    /// <summary>What somebody's calendar shows of bookings, in the order of time.</summary>
    public ImmutableArray<CalendarEntry> EntriesOf(PersonId person)
    {
        lock (gate)
            return [.. entries.Where(each => each.Key.Person == person).Select(each => each.Value).OrderBy(entry => entry.Start).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    /// <summary>Where the meeting of an entry is joined that opens one.</summary>
    public static Uri MeetingOf(string key) => new("https://teams.example.com/join/" + Uri.EscapeDataString(key));

    /// <summary>Something of their own, from elsewhere.</summary>
    public void MakeBusy(PersonId person, Instant from, Instant until)
    {
        lock (gate)
            busy.Add((person, new Interval(from, until)));
    }

    /// <summary>Cannot be seen nor written until <see cref="Reach"/>.</summary>
    public void LoseReach(PersonId person)
    {
        lock (gate)
            outOfReach.Add(person);
    }

    public void Reach(PersonId person)
    {
        lock (gate)
            outOfReach.Remove(person);
    }

    public async Task<ImmutableArray<CalendarReading>> Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(people.Select(person => Read(person, within, cancellationToken)))];

    public async Task<CalendarReading> Read(PersonId person, Interval within, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.Duration, ICalendars.LongestReading);
        var owner = await directory.Find(person, cancellationToken);
        lock (gate)
        {
            if (owner is null || outOfReach.Contains(person))
                return new CalendarReading.OutOfReach();
            var times = busy.Where(each => each.Person == person).Select(each => each.Time)
                .Concat(EntriesOf(person).Select(entry => new Interval(entry.Start, entry.Start + Duration.FromMinutes(entry.Minutes))));
            return new CalendarReading.Known(
                new Availability(owner.Zone, owner.Hours, [.. times.Where(time => time.Start < within.End && time.End > within.Start)]));
        }
    }

    public async Task<Uri?> Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken)
    {
        await Change(person, () =>
        {
            if (!entries.TryGetValue((person, entry.Key), out var there) || there.Version <= entry.Version)
                entries[(person, entry.Key)] = entry;
        }, cancellationToken);
        return entry.OpensMeeting ? MeetingOf(entry.Key) : null;
    }

    public Task Remove(PersonId person, string entry, CancellationToken cancellationToken) => Change(person, () => entries.Remove((person, entry)), cancellationToken);

    public Task<string> TextOf(CalendarEntry entry, CancellationToken cancellationToken) =>
        Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"BEGIN:VCALENDAR\r\nUID:{entry.Key}\r\nSEQUENCE:{entry.Version}\r\nSUMMARY:{entry.With?.Value}\r\nEND:VCALENDAR\r\n"));

    private Task Change(PersonId person, Action change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (outOfReach.Contains(person))
                return Task.FromException(new CalendarUnavailableException("A test says that this calendar is out of reach."));
            change();
        }

        return Task.CompletedTask;
    }
}
