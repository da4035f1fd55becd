using MentorBot.Domain.Scheduling;
using static MentorBot.Domain.Scheduling.SlotReason;
using static MentorBot.Domain.Tests.Scheduling.Searches;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>What each of the two reads beside a time.</summary>
public sealed class ReasonsTests
{
    /// <summary>Nothing of it is quiet, and there is no quarter of an hour around what is looked for.</summary>
    private static readonly SlotSearch FullDay = OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T11:00", "2026-03-02T15:30/2026-03-02T17:00") with { IsFurther = true };

    [Fact]
    public void The_first_there_is_is_the_soonest() =>
        Assert.Equal([Soonest, EarlyOrLateForNeither], Slots.Find(FullDay.OneIsBusy("2026-03-02T12:00/2026-03-02T14:30") with { IsFurther = false }).Select(slot => slot.ForOne));

    [Fact]
    public void Once_sooner_ones_were_shown_none_is_the_soonest() =>
        Assert.Equal([EarlyOrLateForNeither, EarlyOrLateForNeither], Slots.Find(FullDay.OneIsBusy("2026-03-02T12:00/2026-03-02T14:30")).Select(slot => slot.ForOne));

    [Fact]
    public void A_time_well_inside_both_days_is_early_or_late_for_neither() =>
        AssertBothRead(EarlyOrLateForNeither, FullDay.OneIsBusy("2026-03-02T12:00/2026-03-02T15:30"));

    [Fact]
    public void A_time_near_the_edge_of_one_day_fits_both() =>
        AssertBothRead(FitsBothDays, FullDay.OtherWorks("10:30-17:00", "UTC").OneIsBusy("2026-03-02T12:00/2026-03-02T15:30"));

    [Fact]
    public void One_o_clock_is_right_after_lunch_for_both() =>
        AssertBothRead(AfterLunchForBoth, FullDay.OneIsBusy("2026-03-02T11:00/2026-03-02T13:00", "2026-03-02T14:00/2026-03-02T15:30"));

    [Fact]
    public void One_o_clock_is_right_after_lunch_only_where_it_is_for_both() =>
        AssertBothRead(EarlyOrLateForNeither, FullDay.OtherWorks("09:00-17:00", "Europe/Berlin").OneIsBusy("2026-03-02T11:00/2026-03-02T13:00", "2026-03-02T14:00/2026-03-02T15:30"));

    [Fact]
    public void A_day_with_little_in_it_is_a_quiet_day_for_both() =>
        AssertBothRead(QuietDayForBoth, OnMonday.Within("2026-03-02T14:30/2026-03-02T15:30") with { IsFurther = true });

    [Theory]
    [InlineData("2026-03-02T09:00/2026-03-02T11:00", QuietDayForBoth)]
    [InlineData("2026-03-02T09:00/2026-03-02T11:01", RoomAround)]
    public void A_day_of_which_more_than_a_quarter_is_taken_is_not_quiet(string busy, SlotReason reason) =>
        AssertBothRead(reason, OnMonday.Within("2026-03-02T14:30/2026-03-02T15:30").OneIsBusy(busy) with { IsFurther = true });

    [Fact]
    public void A_day_that_is_quiet_for_one_is_no_quiet_day_for_both() =>
        AssertBothRead(RoomAround, OnMonday.Within("2026-03-02T14:30/2026-03-02T15:30").OtherIsBusy("2026-03-02T09:00/2026-03-02T12:00") with { IsFurther = true });

    [Theory]
    [InlineData("2026-03-02T14:00/2026-03-02T14:15", RoomAround)]
    [InlineData("2026-03-02T14:00/2026-03-02T14:16", EarlyOrLateForNeither)]
    [InlineData("2026-03-02T15:45/2026-03-02T16:00", RoomAround)]
    [InlineData("2026-03-02T15:44/2026-03-02T16:00", EarlyOrLateForNeither)]
    public void Room_around_is_a_free_quarter_of_an_hour_before_and_after(string busy, SlotReason reason) =>
        AssertBothRead(reason, OnMonday.Within("2026-03-02T14:30/2026-03-02T15:30").OtherIsBusy("2026-03-02T09:00/2026-03-02T12:00").OneIsBusy(busy) with { IsFurther = true });

    [Fact]
    public void What_lies_outside_working_hours_does_not_make_a_day_less_quiet() =>
        AssertBothRead(QuietDayForBoth, OnMonday.Within("2026-03-02T14:30/2026-03-02T15:30").OneIsBusy("2026-03-02T00:00/2026-03-02T09:00", "2026-03-02T17:00/2026-03-03T00:00") with { IsFurther = true });

    [Fact]
    public void The_hour_of_last_time_is_as_last_time() =>
        AssertBothRead(AsLastTime, OnMonday.Within("2026-03-02T14:00/2026-03-02T15:00") with { LastTime = At("2026-02-23T14:07") });

    [Fact]
    public void Another_day_than_last_time_is_not() =>
        AssertBothRead(QuietDayForBoth, OnMonday.Within("2026-03-02T14:00/2026-03-02T15:00") with { LastTime = At("2026-02-24T14:00"), IsFurther = true });

    [Theory]
    [InlineData("09:00-17:00", "2026-03-02T15:30/2026-03-02T16:30", FitsBothDays)]
    [InlineData("15:30-20:00", "2026-03-02T15:30/2026-03-02T16:30", StartOfYourDay)]
    [InlineData("15:10-20:00", "2026-03-02T15:30/2026-03-02T16:30", StartOfYourDay)]
    [InlineData("15:00-20:00", "2026-03-02T15:30/2026-03-02T16:30", FitsBothDays)]
    [InlineData("08:00-16:30", "2026-03-02T15:30/2026-03-02T16:30", EndOfYourDay)]
    [InlineData("08:00-16:55", "2026-03-02T15:30/2026-03-02T16:30", EndOfYourDay)]
    public void An_edge_of_the_day_is_told_to_whom_it_is_one_and_to_nobody_else(string hours, string within, SlotReason told)
    {
        var search = OnMonday.OtherWorks(hours, "UTC").Within(within).OneIsBusy("2026-03-02T09:00/2026-03-02T15:30") with { IsFurther = true };

        var slot = search.Only();

        Assert.Equal((FitsBothDays, told), (slot.ForOne, slot.ForOther));
    }

    [Fact]
    public void A_time_outside_is_told_to_whom_it_is_outside()
    {
        var slot = OnMonday.OtherWorks("11:00-19:00", "UTC").Within("2026-03-02T17:30/2026-03-02T18:30").OneIsBusy("2026-03-02T16:00/2026-03-02T17:30").Beyond().Only();

        Assert.Equal((OutsideUsualHours, FitsYourDay), (slot.ForOne, slot.ForOther));
    }

    [Fact]
    public void A_time_that_is_outside_for_the_other_is_never_said_to_fit_both_days()
    {
        var slot = (OnMonday.OtherWorks("09:00-19:00", "UTC").Within("2026-03-02T17:00/2026-03-02T18:00").OneIsBusy("2026-03-02T16:00/2026-03-02T17:00").Beyond() with { IsFurther = true }).Only();

        Assert.Equal((OutsideUsualHours, FitsYourDay), (slot.ForOne, slot.ForOther));
    }

    [Fact]
    public void A_time_that_begins_within_and_ends_outside_is_outside() =>
        AssertBothRead(OutsideUsualHours, OnMonday.Within("2026-03-02T16:30/2026-03-02T17:30").Beyond());

    [Fact]
    public void Five_times_in_two_empty_calendars_do_not_all_read_the_same() =>
        Assert.True(Slots.Find(ThatWeek).DistinctBy(slot => slot.ForOne).Count() >= 3);

    private static void AssertBothRead(SlotReason reason, SlotSearch search)
    {
        var slot = search.Only();
        Assert.Equal((reason, reason), (slot.ForOne, slot.ForOther));
    }
}
