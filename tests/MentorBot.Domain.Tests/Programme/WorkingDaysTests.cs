using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Programme;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Domain.Tests.Programme;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-03-02T09:00:00Z", 0, "2026-03-02T18:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", 1, "2026-03-03T18:00:00Z")]
    [InlineData("2026-03-02T23:59:59Z", 1, "2026-03-03T18:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", 4, "2026-03-06T18:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", 10, "2026-03-16T18:00:00Z")]
    public void Days_are_counted_from_tomorrow_on_and_end_in_the_early_evening(string now, int days, string end) => Ends("Etc/UTC", now, days, end);

    [Theory]
    [InlineData("2026-03-06T09:00:00Z", 1, "2026-03-09T18:00:00Z")]
    [InlineData("2026-03-07T09:00:00Z", 1, "2026-03-09T18:00:00Z")]
    [InlineData("2026-03-08T23:00:00Z", 1, "2026-03-09T18:00:00Z")]
    [InlineData("2026-03-06T09:00:00Z", 5, "2026-03-13T18:00:00Z")]
    public void Saturdays_and_Sundays_do_not_count(string now, int days, string end) => Ends("Etc/UTC", now, days, end);

    /// <summary>At 11:00 UTC on a Thursday it is Friday in Kiritimati, and still Thursday, just after midnight, on Midway.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-03-09T04:00:00Z")]
    [InlineData("Pacific/Midway", "2026-03-07T05:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-03-06T12:30:00Z")]
    public void The_day_is_that_of_the_persons_own_zone(string zone, string end) => Ends(zone, "2026-03-05T11:00:00Z", 1, end);

    [Theory]
    [InlineData("Europe/Lisbon", "2026-03-27T12:00:00Z", "2026-03-30T17:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-10-23T12:00:00Z", "2026-10-26T18:00:00Z")]
    [InlineData("America/New_York", "2026-03-06T12:00:00Z", "2026-03-09T22:00:00Z")]
    public void It_is_the_same_hour_before_and_after_the_clocks_change(string zone, string now, string end) => Ends(zone, now, 1, end);

    [Fact]
    public void Years_end_like_other_days() => Ends("Europe/Lisbon", "2026-12-31T12:00:00Z", 1, "2027-01-01T18:00:00Z");

    [Fact]
    public void Any_count_from_any_moment_in_any_zone_ends_on_a_working_day_with_exactly_so_many_on_the_way()
    {
        // No zone has left out a whole day since 2011, when Samoa did.
        var moments = from zone in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
                      from hours in Gen.Choose(0, 24 * 365 * 50)
                      from count in Gen.Choose(1, 30)
                      select (Zone: DateTimeZoneProviders.Tzdb[zone], Now: Instant.FromUtc(2012, 1, 1, 0, 0) + Duration.FromHours(hours), Count: count);

        Prop.ForAll(moments.ToArbitrary(), moment =>
        {
            var today = moment.Now.InZone(moment.Zone).Date;
            var end = WorkingDays.After(moment.Now, moment.Count, moment.Zone).InZone(moment.Zone).Date;
            var onTheWay = Enumerable.Range(1, Period.DaysBetween(today, end)).Count(days => IsWorking(today.PlusDays(days)));
            return IsWorking(end) && onTheWay == moment.Count;
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsWorking(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static void Ends(string zone, string now, int days, string end) =>
        Assert.Equal(end, InstantPattern.General.Format(WorkingDays.After(InstantPattern.General.Parse(now).Value, days, DateTimeZoneProviders.Tzdb[zone])));
}
