using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.Searches;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Which times are found, and which of them first.</summary>
public sealed class SlotsTests
{
    [Fact]
    public void Nothing_is_found_where_both_are_busy_all_day() =>
        Assert.Empty(OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T13:00").OtherIsBusy("2026-03-02T12:30/2026-03-02T17:00").Starts());

    [Fact]
    public void The_one_gap_is_found_however_the_calendars_overlap() =>
        Assert.Equal(["2026-03-02T14:00"], OnMonday
            .OneIsBusy("2026-03-02T09:00/2026-03-02T13:00", "2026-03-02T10:00/2026-03-02T11:00", "2026-03-02T12:00/2026-03-02T14:00")
            .OtherIsBusy("2026-03-02T15:00/2026-03-02T23:00", "2026-03-01T00:00/2026-03-02T09:30").Starts());

    [Fact]
    public void A_gap_that_is_a_minute_too_short_is_none() =>
        Assert.Empty(OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T14:00").OtherIsBusy("2026-03-02T14:59/2026-03-02T17:00").Starts());

    [Fact]
    public void Times_begin_at_the_full_or_half_hour() =>
        Assert.All(Slots.Find(ThatWeek.OneIsBusy("2026-03-02T09:00/2026-03-02T09:10").Wanting(50)), slot => Assert.Equal(0, slot.Start.ToUnixTimeSeconds() % (30 * 60)));

    [Fact]
    public void A_quarter_past_is_found_only_when_there_is_nothing_else()
    {
        var search = OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T14:15").OtherIsBusy("2026-03-02T15:15/2026-03-02T17:00");

        Assert.Equal(["2026-03-02T14:15"], search.Starts());
        Assert.Equal(["2026-03-03T16:00"], search.Within("2026-03-02T00:00/2026-03-03T17:00").OneIsBusy("2026-03-03T09:00/2026-03-03T16:00").Wanting(1).Starts());
    }

    [Fact]
    public void Twenty_minutes_begin_at_quarters_as_well() =>
        Assert.Equal(["2026-03-02T14:15"], OnMonday.Lasting(20).OneIsBusy("2026-03-02T09:00/2026-03-02T14:15").OtherIsBusy("2026-03-02T14:40/2026-03-02T17:00").Starts());

    [Fact]
    public void No_more_are_found_than_wanted() => Assert.Equal([0, 1, 3, 5], new[] { 0, 1, 3, 5 }.Select(most => ThatWeek.Wanting(most).Starts().Length));

    [Fact]
    public void Each_lies_on_another_day_where_that_can_be() =>
        Assert.Equal(5, Slots.Find(ThatWeek).DistinctBy(slot => slot.Start.InUtc().Date).Count());

    [Fact]
    public void A_day_has_a_second_one_when_there_are_no_more_days()
    {
        var found = Slots.Find(ThatWeek.Wanting(7));

        Assert.Equal(7, found.Length);
        Assert.Equal(5, found.DistinctBy(slot => slot.Start.InUtc().Date).Count());
    }

    [Fact]
    public void Days_are_different_ones_for_both()
    {
        // An evening in New York is the next morning in Tokyo: one day of the one is two days of the other.
        var search = ThatWeek.OneWorks("08:00-23:00", "America/New_York").OtherWorks("08:00-23:00", "Asia/Tokyo").Wanting(4);
        var (newYork, tokyo) = (search.One.Zone, search.Other.Zone);

        var found = Slots.Find(search);

        Assert.Equal(4, found.DistinctBy(slot => slot.Start.InZone(newYork).Date).Count());
        Assert.Equal(4, found.DistinctBy(slot => slot.Start.InZone(tokyo).Date).Count());
    }

    [Fact]
    public void On_one_day_they_do_not_overlap()
    {
        var found = Slots.Find(OnMonday.Wanting(50));

        Assert.True(found.Length > 4);
        Assert.All(found.Zip(found.Skip(1)), two => Assert.True(two.First.End <= two.Second.Start));
    }

    [Fact]
    public void The_middle_of_the_day_comes_before_its_edges() =>
        Assert.Equal(["2026-03-02T15:00"], OnMonday.Wanting(1).OneIsBusy("2026-03-02T10:00/2026-03-02T15:00").Starts());

    [Fact]
    public void They_lie_at_different_hours_for_who_is_never_free_at_one_of_them() =>
        Assert.Equal(5, Slots.Find(ThatWeek).DistinctBy(slot => slot.Start.InUtc().Hour).Count());

    [Fact]
    public void Noon_is_left_free_where_another_time_is() =>
        Assert.Equal(["2026-03-02T14:30"], OnMonday.Wanting(1).OneIsBusy("2026-03-02T09:00/2026-03-02T12:00", "2026-03-02T13:30/2026-03-02T14:30", "2026-03-02T15:30/2026-03-02T17:00").Starts());

    [Fact]
    public void Noon_is_taken_where_there_is_no_other_time() =>
        Assert.Equal(["2026-03-02T12:00"], OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T12:00", "2026-03-02T13:00/2026-03-02T17:00").Starts());

    [Theory]
    [InlineData("08:00-13:00")]
    [InlineData("12:00-18:00")]
    public void Noon_is_any_hour_for_who_begins_or_ends_with_it(string hours) =>
        Assert.Equal(["2026-03-02T12:00"], (OnMonday.BothWork(hours, "UTC").Wanting(1).OneIsBusy("2026-03-02T09:00/2026-03-02T12:00", "2026-03-02T13:00/2026-03-02T17:00")
            with
        { LastTime = At("2026-02-23T12:00") }).Starts());

    [Fact]
    public void A_quiet_day_comes_before_a_full_one() =>
        Assert.Equal(["2026-03-03T13:00"], ThatWeek.Within("2026-03-02T00:00/2026-03-04T00:00").Wanting(1).OneIsBusy("2026-03-02T09:00/2026-03-02T11:30", "2026-03-02T15:00/2026-03-02T17:00").Starts());

    [Fact]
    public void A_time_with_room_around_comes_before_one_between_two_others()
    {
        var between = OnMonday.OneIsBusy("2026-03-02T09:30/2026-03-02T10:30", "2026-03-02T11:30/2026-03-02T12:30").Wanting(1);

        Assert.Equal(["2026-03-02T13:00"], between.Starts());
    }

    [Fact]
    public void Sooner_comes_before_later_where_all_else_is_the_same() =>
        Assert.Equal(["2026-03-02T14:00"], ThatWeek.Wanting(1).BothWork("13:00-20:00", "UTC").Starts());

    [Fact]
    public void Days_of_waiting_weigh_more_than_room_around() =>
        Assert.Equal(["2026-03-02T15:00"], ThatWeek.Wanting(1).BothWork("13:00-20:00", "UTC")
            .OneIsBusy("2026-03-02T13:00/2026-03-02T15:00", "2026-03-02T16:00/2026-03-06T14:45", "2026-03-06T16:15/2026-03-06T20:00").Starts());

    [Fact]
    public void The_soonest_comes_before_a_pleasant_hour_unless_sooner_ones_were_shown()
    {
        var search = OnMonday.Within("2026-03-02T10:00/2026-03-02T17:00").Wanting(1);

        Assert.Equal(["2026-03-02T10:00"], search.Starts());
        Assert.Equal(["2026-03-02T13:00"], (search with { IsFurther = true }).Starts());
    }

    [Fact]
    public void A_time_a_little_later_comes_before_an_edge_of_today() =>
        Assert.Equal(["2026-03-04T13:00"], ThatWeek.Wanting(1).OneIsBusy("2026-03-02T10:00/2026-03-02T17:00", "2026-03-03T09:00/2026-03-03T17:00").Starts());

    [Fact]
    public void The_day_and_hour_of_last_time_comes_first()
    {
        var search = ThatWeek with { Most = 1, LastTime = At("2026-02-26T14:00") };

        Assert.Equal(["2026-03-05T14:00"], search.Starts());
    }

    [Theory]
    [InlineData(0, 0, "2026-03-02T13:00")]
    [InlineData(3, 2, "2026-03-02T13:00")]
    [InlineData(2, 3, "2026-03-02T16:00")]
    [InlineData(0, 9, "2026-03-02T16:00")]
    public void Who_had_the_edge_of_the_day_more_often_has_it_less_often(int edgesOfOne, int edgesOfOther, string start)
    {
        // At 13:00 begins the day of the other, at 17:00 ends that of the one.
        var search = OnMonday.OneWorks("08:00-17:00", "UTC").OtherWorks("13:00-20:00", "UTC").OneIsBusy("2026-03-02T14:00/2026-03-02T16:00")
            with
        { Most = 1, EdgesOfOne = edgesOfOne, EdgesOfOther = edgesOfOther };

        Assert.Equal([start], search.Starts());
        Assert.Equal([start], search.Swapped().Starts());
    }

    [Fact]
    public void However_many_edges_somebody_had_the_middle_of_the_day_stays_better_than_anybodys_edge() =>
        Assert.Equal(["2026-03-02T14:00"], (OnMonday.OneWorks("08:00-17:00", "UTC").OtherWorks("13:00-20:00", "UTC") with { Most = 1, EdgesOfOther = 99 }).Starts());

    [Fact]
    public void A_weekend_is_nobodys_even_beyond_the_usual_hours() =>
        Assert.Empty(OnMonday.Beyond().Within("2026-03-07T00:00/2026-03-09T06:00").Starts());

    [Fact]
    public void Beyond_the_usual_hours_no_night_is_taken()
    {
        var found = Slots.Find(ThatWeek.OneWorks("09:00-17:00", "Europe/Berlin").OtherWorks("09:00-17:00", "America/Los_Angeles").Beyond().Wanting(100));

        Assert.NotEmpty(found);
        Assert.All(found, slot => Assert.All(new[] { "Europe/Berlin", "America/Los_Angeles" }, zone =>
        {
            var (start, end) = (slot.Start.InZone(DateTimeZoneProviders.Tzdb[zone]), slot.End.InZone(DateTimeZoneProviders.Tzdb[zone]));
            Assert.InRange(start.TimeOfDay, new LocalTime(6, 0), new LocalTime(21, 0));
            Assert.InRange(end.TimeOfDay, new LocalTime(7, 0), new LocalTime(22, 0));
        }));
    }

    [Fact]
    public void Usual_hours_stay_usual_beyond_them_even_at_night() =>
        Assert.Equal(["2026-03-02T23:00"], OnMonday.BothWork("22:00-06:00", "UTC").Within("2026-03-02T23:00/2026-03-03T00:00").Beyond().Starts());

    [Fact]
    public void Beyond_the_usual_hours_those_within_still_come_first() =>
        Assert.All(Slots.Find(ThatWeek.Beyond()), slot => Assert.InRange(slot.Start.InUtc().Hour, 9, 16));

    [Fact]
    public void Beyond_the_usual_hours_the_nearest_come_first() =>
        Assert.Equal(["2026-03-02T17:00"], OnMonday.Beyond().OneIsBusy("2026-03-02T07:30/2026-03-02T17:00").Wanting(1).Starts());

    [Fact]
    public void Calendars_without_a_beginning_or_an_end_are_busy_all_along()
    {
        var search = OnMonday with { One = OnMonday.One with { Busy = [new Interval(null, At("2026-03-02T12:00")), new Interval(At("2026-03-02T14:00"), null)] } };

        Assert.Equal(["2026-03-02T13:00"], search.Wanting(1).Starts());
    }
}
