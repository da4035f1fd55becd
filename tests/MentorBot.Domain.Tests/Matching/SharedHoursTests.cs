using MentorBot.Domain.Matching;
using NodaTime;
using NodaTime.Text;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

public sealed class SharedHoursTests
{
    [Theory]

    // In one zone.
    [InlineData("09:00-17:00", "UTC", "09:00-17:00", "UTC", 8)]
    [InlineData("09:00-17:00", "UTC", "16:00-20:00", "UTC", 1)]
    [InlineData("09:00-17:00", "UTC", "17:00-20:00", "UTC", 0)]
    [InlineData("00:00-23:59", "UTC", "00:00-23:59", "UTC", 23)]
    [InlineData("08:00-08:00", "UTC", "09:00-17:00", "UTC", 0)]

    // Rounded down.
    [InlineData("09:00-17:00", "UTC", "16:01-20:00", "UTC", 0)]
    [InlineData("09:00-17:00", "UTC", "15:01-20:00", "UTC", 1)]

    // Across zones, whole and broken hours apart.
    [InlineData("09:00-17:00", "Europe/Lisbon", "09:00-17:00", "Europe/Berlin", 7)]
    [InlineData("09:00-17:00", "Europe/Lisbon", "09:00-17:00", "America/New_York", 3)]
    [InlineData("09:00-17:00", "Europe/Lisbon", "09:00-17:00", "America/Los_Angeles", 0)]
    [InlineData("09:00-17:00", "Europe/Lisbon", "09:00-18:00", "Asia/Kolkata", 3)]
    [InlineData("09:00-17:00", "UTC", "09:00-17:00", "Asia/Kathmandu", 2)]

    // Over midnight, in their own zone or in the other's.
    [InlineData("22:00-06:00", "UTC", "22:00-06:00", "UTC", 8)]
    [InlineData("22:00-06:00", "UTC", "09:00-17:00", "UTC", 0)]
    [InlineData("22:00-06:00", "UTC", "05:00-13:00", "UTC", 1)]
    [InlineData("20:00-04:00", "Europe/Berlin", "09:00-17:00", "America/New_York", 3)]
    [InlineData("22:00-06:00", "Europe/Lisbon", "09:00-17:00", "Asia/Tokyo", 6)]
    [InlineData("09:00-17:00", "America/Los_Angeles", "09:00-17:00", "Asia/Tokyo", 1)]

    // Two pieces of the day.
    [InlineData("00:00-23:00", "UTC", "22:00-02:00", "UTC", 3)]
    [InlineData("14:00-10:00", "UTC", "08:00-16:00", "UTC", 4)]

    // Over the date line: the same hours on another day of the week.
    [InlineData("09:00-17:00", "Pacific/Auckland", "09:00-17:00", "Pacific/Honolulu", 7)]
    [InlineData("09:00-17:00", "Pacific/Kiritimati", "09:00-17:00", "Pacific/Pago_Pago", 7)]
    [InlineData("09:00-17:00", "Pacific/Apia", "09:00-17:00", "Pacific/Pago_Pago", 8)]
    public void Two_working_days_share_whole_hours(string hours, string zone, string otherHours, string otherZone, int shared)
    {
        var (one, other) = (At(Somebody("ana"), hours, zone), At(Somebody("ben"), otherHours, otherZone));

        Assert.Equal(shared, SharedHours.Of(one, other, Monday));
        Assert.Equal(shared, SharedHours.Of(other, one, Monday));
    }

    [Theory]

    // In 2026 the clocks change on Sunday 8 March in New York and on Sunday 29 March in Lisbon.
    [InlineData("2026-03-05T12:00:00Z", 3)]
    [InlineData("2026-03-06T12:00:00Z", 4)]
    [InlineData("2026-03-07T12:00:00Z", 4)]
    [InlineData("2026-03-08T23:59:59Z", 4)]
    [InlineData("2026-03-26T12:00:00Z", 4)]
    [InlineData("2026-03-27T12:00:00Z", 3)]
    [InlineData("2026-07-01T12:00:00Z", 3)]
    public void What_counts_is_the_clock_of_the_next_working_day(string now, int shared) => Assert.Equal(shared, SharedHours.Of(
        At(Somebody("ana"), "09:00-17:00", "Europe/Lisbon"), At(Somebody("ben"), "09:00-17:00", "America/New_York"), InstantPattern.General.Parse(now).Value));

    [Fact]
    public void No_day_of_the_week_brings_people_across_the_date_line_further_apart()
    {
        var (auckland, honolulu) = (At(Somebody("ana"), "09:00-17:00", "Pacific/Auckland"), At(Somebody("ben"), "09:00-17:00", "Pacific/Honolulu"));

        Assert.All(Enumerable.Range(0, 7), day => Assert.Equal(7, SharedHours.Of(auckland, honolulu, Monday + Duration.FromDays(day))));
    }
}
