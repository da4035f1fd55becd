using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using NodaTime;
using Xunit;

namespace MentorBot.Testing.Calendars;

/// <summary>What all calendars promise, one fact a promise. The tests of some derive from it and open them, empty, for everybody of a directory.</summary>
public abstract class CalendarContract
{
    /// <summary>A Monday in Lisbon, an hour behind Amsterdam.</summary>
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 0, 0);

    private static readonly Interval Week = new(Monday, Monday + Duration.FromDays(7));

    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");

    /// <summary>The oddest ids that people may have there.</summary>
    protected virtual IEnumerable<PersonId> AnyIds =>
    [
        new("ana.lima"), new("Ana.Lima"), new(".."), new("."), new("..!002E"), new("a/b"), new("a|b"), new("a"), new("é"), new("\ud83d"),
        new(new string('é', PersonId.Longest)), new(new string('É', PersonId.Longest)), new("calendars"), new("con"),
    ];

    /// <param name="directory">An <see cref="EverybodyOf"/>.</param>
    protected abstract ICalendars Open(IDirectory directory);

    [Fact]
    public async Task Who_has_nothing_booked_is_free_in_the_hours_and_zone_of_the_directory()
    {
        var ana = await Known(Open(TwoOrMore()), Ana);

        Assert.Empty(ana.Busy);
        Assert.Equal("Europe/Lisbon", ana.Zone.Id);
        Assert.Equal(new WorkingHours(new LocalTime(9, 0), new LocalTime(17, 30)), ana.Hours);
    }

    [Fact]
    public async Task The_calendar_of_somebody_unknown_is_out_of_reach()
    {
        Assert.IsType<CalendarReading.OutOfReach>(await Open(TwoOrMore()).Read(new PersonId("stranger"), Week, default));
    }

    [Fact]
    public async Task An_entry_for_somebody_unknown_troubles_nobody()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(new("stranger"), Entry(hour: 10), default);
        await calendars.Remove(new("stranger"), "talk", default);

        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(new PersonId("stranger"), Week, default));
    }

    [Fact]
    public async Task An_entry_makes_busy_for_its_time()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(Ana, Entry(hour: 10, minutes: 45), default);

        Assert.Equal([At(10, 45)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task An_entry_is_nobody_elses()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(Ana, Entry(hour: 10) with { With = Ben }, default);

        Assert.Empty((await Known(calendars, Ben)).Busy);
    }

    [Fact]
    public async Task Repeating_an_entry_makes_no_second_one()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(Ana, Entry(hour: 10), default);
        await calendars.Put(Ana, Entry(hour: 10), default);

        Assert.Equal([At(10)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task A_later_version_takes_the_place_of_an_earlier_one()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(Ana, Entry(hour: 10, version: 1), default);
        await calendars.Put(Ana, Entry(hour: 15, version: 2) with { With = Ben }, default);

        Assert.Equal([At(15)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task An_earlier_version_that_comes_late_changes_nothing()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Put(Ana, Entry(hour: 15, version: 10), default);
        await calendars.Put(Ana, Entry(hour: 10, version: 9), default);

        Assert.Equal([At(15)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task Of_many_versions_at_once_the_latest_stands()
    {
        var calendars = Open(TwoOrMore());

        await Task.WhenAll(Enumerable.Range(1, 12).Select(version => Task.Run(() => calendars.Put(Ana, Entry(hour: version, version: version), default))));

        Assert.Equal([At(12)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task What_is_removed_is_free_again()
    {
        var calendars = Open(TwoOrMore());
        await calendars.Put(Ana, Entry(hour: 10), default);
        await calendars.Put(Ana, Entry(hour: 15, key: "other talk"), default);

        await calendars.Remove(Ana, "talk", default);

        Assert.Equal([At(15)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task Removing_what_never_was_does_nothing()
    {
        var calendars = Open(TwoOrMore());

        await calendars.Remove(Ana, "talk", default);
        await calendars.Put(Ana, Entry(hour: 10), default);
        await calendars.Remove(Ana, "another", default);

        Assert.Equal([At(10)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Fact]
    public async Task What_was_removed_can_be_put_again()
    {
        var calendars = Open(TwoOrMore());
        await calendars.Put(Ana, Entry(hour: 10, version: 1), default);
        await calendars.Remove(Ana, "talk", default);

        await calendars.Put(Ana, Entry(hour: 11, version: 2), default);

        Assert.Equal([At(11)], (await Known(calendars, Ana)).Busy.AsEnumerable());
    }

    [Theory]
    [InlineData(9, 10, false)]
    [InlineData(9, 11, true)]
    [InlineData(10, 11, true)]
    [InlineData(10, 12, true)]
    [InlineData(11, 12, false)]
    public async Task Only_what_touches_the_time_asked_for_is_told(int from, int until, bool isBusy)
    {
        var calendars = Open(TwoOrMore());
        await calendars.Put(Ana, Entry(hour: 10), default);

        var reading = await calendars.Read(Ana, new(Monday + Duration.FromHours(from), Monday + Duration.FromHours(until)), default);

        Assert.Equal(isBusy ? [At(10)] : [], Assert.IsType<CalendarReading.Known>(reading).Availability.Busy.AsEnumerable());
    }

    [Fact]
    public async Task Several_are_read_at_once_each_in_their_place()
    {
        var calendars = Open(TwoOrMore());
        await calendars.Put(Ben, Entry(hour: 10), default);

        var readings = await calendars.Read([Ben, new("stranger"), Ana, Ben], Week, default);

        Assert.Equal([At(10)], Assert.IsType<CalendarReading.Known>(readings[0]).Availability.Busy.AsEnumerable());
        Assert.IsType<CalendarReading.OutOfReach>(readings[1]);
        Assert.Equal("Europe/Lisbon", Assert.IsType<CalendarReading.Known>(readings[2]).Availability.Zone.Id);
        Assert.Equal([At(10)], Assert.IsType<CalendarReading.Known>(readings[3]).Availability.Busy.AsEnumerable());
        Assert.Empty(await calendars.Read([], Week, default));
    }

    [Fact]
    public async Task Two_months_can_be_read_and_no_more()
    {
        var calendars = Open(TwoOrMore());

        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, new(Monday, Monday + ICalendars.LongestReading), default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => calendars.Read(Ana, new(Monday, Monday + ICalendars.LongestReading + Duration.Epsilon), default));
    }

    [Fact]
    public async Task Any_ids_have_calendars_of_their_own()
    {
        var people = AnyIds.ToArray();
        var calendars = Open(TwoOrMore(people));

        for (var hour = 0; hour < people.Length; hour++)
            await calendars.Put(people[hour], Entry(hour), default);

        for (var hour = 0; hour < people.Length; hour++)
            Assert.Equal([At(hour)], (await Known(calendars, people[hour])).Busy.AsEnumerable());
    }

    [Fact]
    public async Task Any_keys_are_entries_of_their_own()
    {
        string[] keys = ["talk", "Talk", "..", "../ben/talk", "a/b", "a\\b", "a;b", "a,b\r\nEND:VEVENT", "é", "\ud83d", new string('k', 300), new string('k', 301), "1", "01"];
        var calendars = Open(TwoOrMore());

        for (var hour = 0; hour < keys.Length; hour++)
            await calendars.Put(Ana, Entry(hour, key: keys[hour]), default);
        Assert.Equal(Enumerable.Range(0, keys.Length).Select(hour => At(hour)), (await Known(calendars, Ana)).Busy.OrderBy(time => time.Start));

        for (var hour = 0; hour < keys.Length; hour += 2)
            await calendars.Remove(Ana, keys[hour], default);
        Assert.Equal(
            Enumerable.Range(0, keys.Length).Where(hour => hour % 2 == 1).Select(hour => At(hour)), (await Known(calendars, Ana)).Busy.OrderBy(time => time.Start));
    }

    /// <summary>Ana and Ben, and who else a test needs.</summary>
    protected static IDirectory TwoOrMore(params PersonId[] others) => new EverybodyOf(
    [
        EverybodyOf.Person(Ana, "Ana Lima", "Europe/Lisbon"), EverybodyOf.Person(Ben, "Ben Okafor", "Europe/Amsterdam"),
        .. others.Select(other => EverybodyOf.Person(other, "Somebody", "Europe/Lisbon")),
    ]);

    private static CalendarEntry Entry(int hour, int minutes = 60, int version = 1, string key = "talk") =>
        new(key, version, Monday + Duration.FromHours(hour), minutes, Confidential.From("About the river"), null);

    private static Interval At(int hour, int minutes = 60) =>
        new(Monday + Duration.FromHours(hour), Monday + Duration.FromHours(hour) + Duration.FromMinutes(minutes));

    private static async Task<Availability> Known(ICalendars calendars, PersonId person) =>
        Assert.IsType<CalendarReading.Known>(await calendars.Read(person, Week, default)).Availability;
}
