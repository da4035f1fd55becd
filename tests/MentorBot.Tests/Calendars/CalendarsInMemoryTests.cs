using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Calendars;
using NodaTime;

namespace MentorBot.Tests.Calendars;

public sealed class CalendarsInMemoryTests : CalendarContract
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Interval Day = new(Monday, Monday + Duration.FromDays(1));

    [Fact]
    public async Task A_test_makes_somebody_busy()
    {
        var calendars = new CalendarsInMemory(TwoOrMore());

        calendars.MakeBusy(new("ana"), Monday, Monday + Duration.FromHours(2));

        var reading = Assert.IsType<CalendarReading.Known>(await calendars.Read(new PersonId("ana"), Day, default));
        Assert.Equal([new Interval(Monday, Monday + Duration.FromHours(2))], reading.Availability.Busy.AsEnumerable());
        Assert.Empty(calendars.EntriesOf(new("ana")));
    }

    [Fact]
    public async Task A_test_takes_a_calendar_out_of_reach_and_back()
    {
        var calendars = new CalendarsInMemory(TwoOrMore());
        var entry = new CalendarEntry("talk", 1, Monday, 30, null, null);

        calendars.LoseReach(new("ana"));
        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(new PersonId("ana"), Day, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(new("ana"), entry, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Remove(new("ana"), "talk", default));
        Assert.Empty(calendars.EntriesOf(new("ana")));

        calendars.Reach(new("ana"));
        await calendars.Put(new("ana"), entry, default);
        Assert.Equal([entry], calendars.EntriesOf(new("ana")).AsEnumerable());
    }

    protected override ICalendars Open(IDirectory directory) => new CalendarsInMemory(directory);
}
