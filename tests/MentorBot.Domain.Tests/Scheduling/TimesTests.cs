using System.Collections.Concurrent;
using System.Collections.Immutable;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.Searches;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>What is read of calendars, and what comes of it.</summary>
public sealed class TimesTests
{
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Ben = new("ben");
    private static readonly TimesWanted Wanted = new(60, At("2026-03-02T00:00"), At("2026-03-07T00:00"));

    private readonly TwoCalendars calendars = new();

    [Fact]
    public async Task Times_are_those_that_both_calendars_leave()
    {
        var search = ThatWeek.OneIsBusy("2026-03-02T09:00/2026-03-02T12:00").OtherIsBusy("2026-03-03T09:00/2026-03-03T16:00")
            with
        { LastTime = At("2026-02-26T14:00"), EdgesOfOne = 2, EdgesOfOther = 1, Most = 4 };
        (calendars[Ana], calendars[Ben]) = (search.One, search.Other);

        var found = await Find(Wanted with { LastTime = search.LastTime, EdgesOfOne = 2, EdgesOfOther = 1, Most = 4 });

        Assert.Equal(Slots.Find(search).AsEnumerable(), Assert.IsType<TimesFound.Found>(found).Slots);
    }

    [Fact]
    public async Task Further_times_and_times_beyond_usual_hours_are_found_as_asked()
    {
        var search = ThatWeek.OneWorks("09:00-17:00", "Europe/Berlin").OtherWorks("09:00-17:00", "America/Los_Angeles").Beyond() with { IsFurther = true };
        (calendars[Ana], calendars[Ben]) = (search.One, search.Other);

        var found = await Find(Wanted with { BeyondUsualHours = true, IsFurther = true });

        Assert.Equal(Slots.Find(search).AsEnumerable(), Assert.IsType<TimesFound.Found>(found).Slots);
    }

    [Fact]
    public async Task Only_the_two_calendars_are_read_and_each_once()
    {
        await Find(Wanted);

        Assert.Equal([Ana, Ben], Assert.Single(calendars.Read).People.AsEnumerable());
    }

    [Fact]
    public async Task Calendars_are_read_a_day_around_so_that_a_busy_morning_is_no_quiet_day()
    {
        calendars[Ana] = calendars[Ana] with { Busy = [Time("2026-03-02T09:00/2026-03-02T13:30")] };

        var found = Assert.IsType<TimesFound.Found>(await Find(Wanted with { From = At("2026-03-02T14:30"), Until = At("2026-03-02T15:30"), IsFurther = true }));

        Assert.Equal(SlotReason.RoomAround, Assert.Single(found.Slots).ForOther);
        Assert.All(calendars.Read, reading => Assert.Equal(Time("2026-03-01T14:30/2026-03-03T15:30"), reading.Within));
    }

    [Fact]
    public async Task No_more_is_read_than_a_calendar_gives()
    {
        calendars[Ana] = calendars[Ana] with { Busy = [new Interval(null, null)] };

        var found = await Find(Wanted with { Until = At("2027-03-01T00:00") });

        Assert.All(calendars.Read, reading => Assert.Equal(ICalendars.LongestReading, reading.Within.Duration));
        Assert.Equal(new TimesFound.NoneInCommon(At("2026-04-30T00:00")), found);
    }

    [Fact]
    public async Task Without_an_hour_in_common_there_is_none_until_then()
    {
        calendars[Ben] = calendars[Ben].Working("17:00-23:00", "UTC");

        Assert.Equal(new TimesFound.NoneInCommon(Wanted.Until), await Find(Wanted));
    }

    [Fact]
    public async Task When_the_time_for_it_has_passed_nothing_is_read()
    {
        Assert.Equal(new TimesFound.NoneInCommon(Wanted.From), await Find(Wanted with { Until = Wanted.From }));
        Assert.Empty(calendars.Read);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("ben")]
    public async Task A_calendar_out_of_reach_is_said_so(string whose)
    {
        calendars[new(whose)] = null!;

        Assert.IsType<TimesFound.OutOfReach>(await Find(Wanted));
        Assert.Null(await AreFree("2026-03-02T10:00/2026-03-02T11:00"));
    }

    [Theory]
    [InlineData("2026-03-02T10:00/2026-03-02T11:00", true)]
    [InlineData("2026-03-02T11:30/2026-03-02T12:01", false)]
    [InlineData("2026-03-02T12:15/2026-03-02T12:30", false)]
    [InlineData("2026-03-02T12:59/2026-03-02T13:30", false)]
    [InlineData("2026-03-02T13:00/2026-03-02T14:00", true)]
    [InlineData("2026-03-08T03:00/2026-03-08T04:00", true)]
    [InlineData("2026-03-08T05:00/2026-03-08T06:00", false)]
    public async Task Two_are_free_when_neither_is_busy_whatever_their_hours(string time, bool free)
    {
        calendars[Ana] = calendars[Ana] with { Busy = [Time("2026-03-02T12:00/2026-03-02T13:00"), Time("2026-03-02T10:30/2026-03-02T10:30")] };
        calendars[Ben] = calendars[Ben] with { Busy = [new Interval(At("2026-03-08T05:00"), null)] };

        Assert.Equal(free, await AreFree(time));
        Assert.All(calendars.Read, reading => Assert.Equal(Time(time), reading.Within));
    }

    private Task<TimesFound> Find(TimesWanted wanted) => new Times(calendars).Find(Ana, Ben, wanted, CancellationToken.None);

    private Task<bool?> AreFree(string time) => new Times(calendars).AreFree(Ana, Ben, Time(time), CancellationToken.None);

    private sealed class TwoCalendars : ICalendars
    {
        private readonly Dictionary<PersonId, Availability> all = new() { [Ana] = OnMonday.One, [Ben] = OnMonday.Other };

        public ConcurrentQueue<(ImmutableArray<PersonId> People, Interval Within)> Read { get; } = [];

        public Availability this[PersonId person]
        {
            get => all[person];
            set => all[person] = value;
        }

        Task<ImmutableArray<CalendarReading>> ICalendars.Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken)
        {
            Read.Enqueue((people, within));
            return Task.FromResult<ImmutableArray<CalendarReading>>(
                [.. people.Select(person => all[person] is { } availability ? (CalendarReading)new CalendarReading.Known(availability) : new CalendarReading.OutOfReach())]);
        }

        Task<Uri?> ICalendars.Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken) => throw new InvalidOperationException("Looking writes nothing.");

        Task<string> ICalendars.TextOf(CalendarEntry entry, CancellationToken cancellationToken) => throw new InvalidOperationException("Looking writes nothing.");

        Task ICalendars.Remove(PersonId person, string entry, CancellationToken cancellationToken) => throw new InvalidOperationException("Looking writes nothing.");
    }
}
