using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.Searches;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Which hours two people have in common, wherever they are and whatever their clocks do. Everything after the zones is in UTC.</summary>
public sealed class ClocksTests
{
    private const string Europe = "Europe/Berlin";
    private const string East = "America/New_York";
    private const string LordHowe = "Australia/Lord_Howe";
    private const string Brisbane = "Australia/Brisbane";
    private const string Auckland = "Pacific/Auckland";
    private const string Honolulu = "Pacific/Honolulu";
    private const string Jerusalem = "Asia/Jerusalem";
    private const string Cairo = "Africa/Cairo";

    [Theory]

    // Spring: the clocks change in New York on 8 March, in Berlin on the 29th.
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-03-06T00:00/2026-03-07T00:00", "2026-03-06T14:00/2026-03-06T16:00")]
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-03-09T00:00/2026-03-10T00:00", "2026-03-09T13:00/2026-03-09T16:00")]
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-03-30T00:00/2026-03-31T00:00", "2026-03-30T13:00/2026-03-30T15:00")]

    // Autumn: first in Berlin on 25 October, then in New York on 1 November.
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-10-23T00:00/2026-10-24T00:00", "2026-10-23T13:00/2026-10-23T15:00")]
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-10-26T00:00/2026-10-27T00:00", "2026-10-26T13:00/2026-10-26T16:00")]
    [InlineData("09:00-17:00", Europe, "09:00-17:00", East, "2026-11-02T00:00/2026-11-03T00:00", "2026-11-02T14:00/2026-11-02T16:00")]

    // By half an hour, on Lord Howe Island: on 5 April, and back on 4 October.
    [InlineData("09:00-17:00", LordHowe, "09:00-17:00", Brisbane, "2026-04-02T12:00/2026-04-03T12:00", "2026-04-02T23:00/2026-04-03T06:00")]
    [InlineData("09:00-17:00", LordHowe, "09:00-17:00", Brisbane, "2026-04-05T12:00/2026-04-06T12:00", "2026-04-05T23:00/2026-04-06T06:30")]
    [InlineData("09:00-17:00", LordHowe, "09:00-17:00", Brisbane, "2026-10-01T12:00/2026-10-02T12:00", "2026-10-01T23:00/2026-10-02T06:30")]
    [InlineData("09:00-17:00", LordHowe, "09:00-17:00", Brisbane, "2026-10-04T12:00/2026-10-05T12:00", "2026-10-04T23:00/2026-10-05T06:00")]

    // Over the date line, where a Tuesday meets a Monday.
    [InlineData("09:00-17:00", Auckland, "09:00-17:00", Honolulu, "2026-03-02T12:00/2026-03-03T12:00", "2026-03-02T20:00/2026-03-03T03:00")]
    [InlineData("09:00-17:00", Auckland, "09:00-17:00", Honolulu, "2026-07-07T12:00/2026-07-08T12:00", "2026-07-07T21:00/2026-07-08T03:00")]

    // Hours over midnight: they belong to the day on which they begin, so that a Friday's reach into the Saturday.
    [InlineData("22:00-06:00", "UTC", "22:00-06:00", "UTC", "2026-03-02T12:00/2026-03-03T12:00", "2026-03-02T22:00/2026-03-03T06:00")]
    [InlineData("22:00-06:00", "UTC", "22:00-06:00", "UTC", "2026-03-06T12:00/2026-03-08T12:00", "2026-03-06T22:00/2026-03-07T06:00")]
    [InlineData("22:00-06:00", "UTC", "05:00-13:00", "UTC", "2026-03-03T00:00/2026-03-04T00:00", "2026-03-03T05:00/2026-03-03T06:00")]
    [InlineData("22:00-06:00", Europe, "09:00-17:00", "Asia/Tokyo", "2026-03-02T12:00/2026-03-03T12:00", "2026-03-03T00:00/2026-03-03T05:00")]
    [InlineData("16:00-00:00", "UTC", "18:00-02:00", "UTC", "2026-03-02T12:00/2026-03-03T12:00", "2026-03-02T18:00/2026-03-03T00:00")]

    // In the middle of the night's work: an hour less in Jerusalem on a Friday, an hour more in Cairo on a Thursday.
    [InlineData("22:00-06:00", Jerusalem, "22:00-06:00", Jerusalem, "2026-03-26T12:00/2026-03-27T12:00", "2026-03-26T20:00/2026-03-27T03:00")]
    [InlineData("22:00-06:00", Cairo, "22:00-06:00", Cairo, "2026-10-29T12:00/2026-10-30T12:00", "2026-10-29T19:00/2026-10-30T04:00")]

    // Hours that begin or end when the clock skips them do so at the jump.
    [InlineData("22:00-02:30", Jerusalem, "22:00-06:00", Jerusalem, "2026-03-26T12:00/2026-03-27T12:00", "2026-03-26T20:00/2026-03-27T00:00")]
    [InlineData("02:30-08:00", Jerusalem, "02:00-08:00", Jerusalem, "2026-03-26T22:00/2026-03-27T12:00", "2026-03-27T00:00/2026-03-27T05:00")]

    // Hours that come twice begin with the second and end with the first, so that they are usual ones however one reads the clock.
    [InlineData("23:30-06:00", Cairo, "22:00-06:00", Cairo, "2026-10-29T12:00/2026-10-30T12:00", "2026-10-29T21:30/2026-10-30T04:00")]
    [InlineData("20:00-23:30", Cairo, "20:00-06:00", Cairo, "2026-10-29T12:00/2026-10-30T12:00", "2026-10-29T17:00/2026-10-29T20:30")]

    // Three quarters of an hour.
    [InlineData("09:00-17:00", "Asia/Kathmandu", "09:00-17:00", "UTC", "2026-03-02T00:00/2026-03-03T00:00", "2026-03-02T09:00/2026-03-02T11:15")]
    [InlineData("09:00-17:00", "Asia/Kathmandu", "09:00-17:00", "Asia/Kolkata", "2026-03-02T00:00/2026-03-03T00:00", "2026-03-02T03:30/2026-03-02T11:15")]

    // As far as it is asked for.
    [InlineData("09:00-17:00", "UTC", "09:00-17:00", "UTC", "2026-03-02T10:00/2026-03-02T12:30", "2026-03-02T10:00/2026-03-02T12:30")]
    [InlineData("09:10-17:00", "UTC", "09:00-16:50", "UTC", "2026-03-02T00:00/2026-03-03T00:00", "2026-03-02T09:15/2026-03-02T16:50")]
    public void Two_people_have_these_hours_in_common_and_not_a_quarter_more(string hours, string zone, string otherHours, string otherZone, string within, string common)
    {
        var search = OnMonday.OneWorks(hours, zone).OtherWorks(otherHours, otherZone).Within(within);
        var length = (int)Time(common).Duration.TotalMinutes;

        Assert.Equal([Written(Time(common).Start)], search.Lasting(length).Starts());
        Assert.Empty(search.Lasting(length + 15).Starts());
    }

    [Theory]
    [InlineData("09:00-17:00", Europe, "09:00-17:00", "America/Los_Angeles", "2026-03-02T00:00/2026-03-20T00:00")]
    [InlineData("09:00-17:00", "UTC", "17:00-22:00", "UTC", "2026-03-02T00:00/2026-03-20T00:00")]
    [InlineData("09:00-09:00", "UTC", "09:00-17:00", "UTC", "2026-03-02T00:00/2026-03-20T00:00")]

    // A Monday in Auckland is a Sunday in Honolulu, and a Friday in Honolulu is a Saturday in Auckland.
    [InlineData("09:00-17:00", Auckland, "09:00-17:00", Honolulu, "2026-03-01T12:00/2026-03-02T19:00")]
    [InlineData("09:00-17:00", Auckland, "09:00-17:00", Honolulu, "2026-03-06T12:00/2026-03-09T12:00")]

    // A Sunday night is nobody's.
    [InlineData("22:00-06:00", "UTC", "22:00-06:00", "UTC", "2026-03-08T12:00/2026-03-09T12:00")]

    // Samoa had no Friday that week: a Thursday's night ends with the Thursday, and none begins after it.
    [InlineData("22:00-06:00", "Pacific/Apia", "22:00-06:00", "Pacific/Apia", "2011-12-30T10:00/2012-01-01T18:00")]
    [InlineData("09:00-17:00", "Pacific/Apia", "09:00-17:00", "Pacific/Apia", "2011-12-30T04:00/2012-01-01T18:00")]

    // Hours within an hour that the clock skips.
    [InlineData("02:15-02:45", Jerusalem, "00:00-08:00", Jerusalem, "2026-03-26T22:00/2026-03-27T12:00")]
    public void Two_people_have_no_hour_in_common(string hours, string zone, string otherHours, string otherZone, string within) =>
        Assert.Empty(OnMonday.OneWorks(hours, zone).OtherWorks(otherHours, otherZone).Within(within).Lasting(20).Starts());

    [Fact]
    public void A_conversation_through_the_hour_that_the_clock_skips_lasts_as_long_as_any()
    {
        var slot = OnMonday.BothWork("22:00-06:00", Jerusalem).Within("2026-03-26T23:30/2026-03-27T00:30").Only();

        Assert.Equal(Duration.FromHours(1), slot.End - slot.Start);
        Assert.Equal(Time("2026-03-26T23:30/2026-03-27T00:30"), new Interval(slot.Start, slot.End));
    }

    [Fact]
    public void The_same_day_and_hour_as_last_time_goes_by_each_ones_own_clock()
    {
        // On the Thursday before, Berlin had not changed its clocks yet: the same hour in UTC is another one there, and the same one in Lagos.
        var search = OnMonday.OneWorks("09:00-18:00", Europe).OtherWorks("08:00-18:00", "Africa/Lagos").Within("2026-04-02T13:00/2026-04-02T14:00")
            with
        { LastTime = At("2026-03-26T13:00"), IsFurther = true };

        var slot = search.Only();

        Assert.NotEqual(SlotReason.AsLastTime, slot.ForOne);
        Assert.Equal(SlotReason.AsLastTime, slot.ForOther);
    }
}
