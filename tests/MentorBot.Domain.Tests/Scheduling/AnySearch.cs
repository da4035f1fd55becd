using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Scheduling;
using NodaTime;
using Interval = NodaTime.Interval;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Searches in which anything may be so: far zones, hours over midnight, days on which clocks change, full calendars.</summary>
internal static class AnySearch
{
    /// <summary>Noon UTC on days near to which clocks change in some of the zones, and on one near which they do not.</summary>
    private static readonly Instant[] Days =
    [
        Searches.At("2026-03-05T12:00"), Searches.At("2026-03-25T12:00"), Searches.At("2026-04-02T12:00"), Searches.At("2026-04-22T12:00"), Searches.At("2026-06-15T12:00"),
        Searches.At("2026-10-01T12:00"), Searches.At("2026-10-21T12:00"), Searches.At("2026-10-28T12:00"), Searches.At("2011-12-27T12:00"),
    ];

    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Los_Angeles", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Jerusalem", "Africa/Cairo",
        "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Honolulu", "Pacific/Apia",
    ];

    private static readonly string[] ZonesWithoutChanges = ["UTC", "Asia/Kathmandu", "Asia/Kolkata", "Pacific/Honolulu", "Asia/Tokyo", "Africa/Lagos", "America/Phoenix"];

    public static readonly Arbitrary<SlotSearch> Arbitrary = LookingIn(Zones).ToArbitrary();

    public static readonly Arbitrary<SlotSearch> WithoutChanges = LookingIn(ZonesWithoutChanges).ToArbitrary();

    /// <summary>Something to be busy with in about the time of a search.</summary>
    public static Gen<Interval> Busy(Interval within) =>
        from start in Gen.Choose(-36 * 60, (int)within.Duration.TotalMinutes + (24 * 60))
        from length in Gen.Frequency((6, Gen.Choose(0, 120)), (2, Gen.Choose(120, 24 * 60)), (1, Gen.Choose(1, 4).Select(quarters => quarters * 15)))
        from rounded in Gen.Elements(1, 15, 30)
        let begins = within.Start + Duration.FromMinutes(start / rounded * rounded)
        select new Interval(begins, begins + Duration.FromMinutes(length / rounded * rounded));

    private static Gen<SlotSearch> LookingIn(string[] zones) =>
        from day in Gen.Elements(Days)
        from start in Gen.Choose(0, 3 * 24 * 60)
        from length in Gen.Frequency((1, Gen.Choose(1, 24 * 60)), (3, Gen.Choose(24 * 60, 5 * 24 * 60)))
        let within = new Interval(day + Duration.FromMinutes(start), day + Duration.FromMinutes(start + length))
        from one in Somebody(zones, within)
        from other in Gen.Frequency((3, Somebody(zones, within)), (2, Somebody(zones, within).Select(somebody => somebody with { Zone = one.Zone, Hours = one.Hours })))
        from minutes in Gen.Elements(20, 30, 45, 60)
        from most in Gen.Frequency((3, Gen.Constant(5)), (2, Gen.Choose(1, 20)))
        from beyond in Gen.Elements(false, true)
        from isFurther in Gen.Elements(false, true)
        from weeks in Gen.Choose(0, 4)
        from hours in Gen.Choose(-3 * 24, 3 * 24)
        let last = weeks == 0 ? (Instant?)null : within.Start + Duration.FromHours(hours) - Duration.FromDays(7 * weeks)
        from edges in Gen.Choose(0, 5)
        from edgesOfOther in Gen.Choose(0, 5)
        select new SlotSearch(one, other, minutes, within, most, beyond, last, edges, edgesOfOther, isFurther);

    private static Gen<Availability> Somebody(string[] zones, Interval within) =>
        from zone in Gen.Elements(zones)
        from start in Gen.Frequency((3, Gen.Choose(7, 10)), (2, Gen.Choose(0, 23)))
        from minute in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Elements(15, 30)), (1, Gen.Choose(0, 59)))
        from length in Gen.Frequency((3, Gen.Choose(6 * 60, 10 * 60)), (1, Gen.Choose(0, 24 * 60)))
        from number in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 6)), (1, Gen.Choose(10, 30)))
        from busy in Gen.ArrayOf(Busy(within), number)
        let begins = new LocalTime(start, minute)
        select new Availability(DateTimeZoneProviders.Tzdb[zone], new(begins, begins.PlusMinutes(length)), [.. busy]);
}
