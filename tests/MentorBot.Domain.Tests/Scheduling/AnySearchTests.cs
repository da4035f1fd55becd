using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Scheduling;
using NodaTime;
using Interval = NodaTime.Interval;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Whatever is looked for, these hold: against the slow way, and against the same search asked differently.</summary>
public sealed class AnySearchTests
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);
    private static readonly Duration HalfHour = Duration.FromMinutes(30);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public void The_searches_are_such_that_all_of_it_happens()
    {
        var searches = Gen.Sample(AnySearch.Arbitrary.Generator, 3000, 50).ToArray();
        var found = searches.Select(search => Slots.Find(search)).ToArray();

        Assert.Contains(found, slots => slots.IsEmpty);
        Assert.Contains(found, slots => slots.Length > 5);
        Assert.All(Enum.GetValues<SlotReason>(), reason => Assert.Contains(found, slots => slots.Any(slot => slot.ForOne == reason)));
        Assert.Contains(searches.Zip(found), one => one.Second.Any(slot => slot.Start.InZone(one.First.One.Zone).Minute is 15 or 45));
        Assert.Contains(searches.Zip(found), one => one.Second.Any(slot => OffsetAt(one.First, slot.Start) != OffsetAt(one.First, one.First.Within.Start)));
    }

    [Fact]
    public void Every_time_found_is_free_for_both_and_in_their_hours() => Always(search =>
        Slots.Find(search).All(slot => slot.Minutes == search.Minutes) && Slots.Find(search).Select(slot => slot.Start).All(new MinuteByMinute(search).Starts.Contains));

    [Fact]
    public void When_there_is_a_time_it_is_found_and_when_fewer_than_wanted_are_there_is_no_room_for_another() => Always(search =>
    {
        var found = Slots.Find(search);
        var length = Duration.FromMinutes(search.Minutes);
        return found.Length == search.Most || new MinuteByMinute(search).Starts.All(start => found.Any(slot => start < slot.End && slot.Start < start + length));
    });

    [Fact]
    public void They_are_in_the_order_of_time_do_not_overlap_and_are_no_more_than_wanted() => Always(search =>
        Slots.Find(search) is var found && found.Length <= search.Most && found.Zip(found.Skip(1)).All(two => two.First.End <= two.Second.Start));

    [Fact]
    public void A_crooked_hour_is_found_only_where_no_rounder_one_is_left() => Always(search =>
    {
        var (found, slowly) = (Slots.Find(search), new MinuteByMinute(search));
        var length = Duration.FromMinutes(search.Minutes);
        return found.All(slot => slowly.Starts
            .Where(start => slowly.Unround(start) < slowly.Unround(slot.Start))
            .All(start => found.Any(taken => start < taken.End && taken.Start < start + length)));
    });

    [Fact]
    public void Each_reason_is_true_for_whom_it_is_said() => Always(search =>
    {
        var slowly = new MinuteByMinute(search);
        return Slots.Find(search).All(slot =>
            IsTrue(slot.ForOne, search, slot, search.One.Zone, slowly.IsUsualForOne, slowly.IsUsualForOther, slowly)
            && IsTrue(slot.ForOther, search, slot, search.Other.Zone, slowly.IsUsualForOther, slowly.IsUsualForOne, slowly));
    });

    [Fact]
    public void Whoever_comes_first_the_times_are_the_same_and_so_are_the_reasons() => Always(search =>
        Slots.Find(search).SequenceEqual(Slots.Find(search.Swapped()).Select(slot => slot with { ForOne = slot.ForOther, ForOther = slot.ForOne })));

    [Fact]
    public void The_order_of_what_is_busy_does_not_matter_nor_whether_it_is_said_twice_or_in_pieces() => Always(search =>
    {
        var pieces = search.One.Busy.SelectMany(busy => new[] { new Interval(busy.Start + (busy.Duration / 2), busy.End), new Interval(busy.Start, busy.Start + (busy.Duration / 2)) });
        var otherwise = search with
        {
            One = search.One with { Busy = [.. pieces] },
            Other = search.Other with { Busy = [.. search.Other.Busy.Reverse(), .. search.Other.Busy] },
        };
        return Slots.Find(search).SequenceEqual(Slots.Find(otherwise));
    });

    [Fact]
    public void Some_weeks_later_it_is_the_same_where_no_clock_changes() => Prop.ForAll(AnySearch.WithoutChanges, Gen.Choose(-60, 60).ToArbitrary(), (search, weeks) =>
    {
        var later = Duration.FromDays(7 * weeks);
        var then = search with
        {
            One = Later(search.One, later),
            Other = Later(search.Other, later),
            Within = new(search.Within.Start + later, search.Within.End + later),
            LastTime = search.LastTime + later,
        };
        return Slots.Find(then).SequenceEqual(Slots.Find(search).Select(slot => slot with { Start = slot.Start + later }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Being_busier_never_makes_a_new_time() =>
        Prop.ForAll((from search in AnySearch.Arbitrary.Generator from more in Gen.ArrayOf(AnySearch.Busy(search.Within), 3) select (search, more)).ToArbitrary(), both =>
        {
            var (search, more) = both;
            var busier = search with { One = search.One with { Busy = [.. search.One.Busy, .. more] } };
            return Slots.Find(busier).All(slot => CouldBe(search, slot));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Going_beyond_usual_hours_never_takes_a_time_away() => Always(search =>
        Slots.Find(search with { BeyondUsualHours = false }).All(slot => CouldBe(search with { BeyondUsualHours = true }, slot)));

    [Fact]
    public void A_slot_that_is_found_is_free_when_it_is_asked_about() => Always(search =>
        Slots.Find(search).All(slot => new Interval(slot.Start, slot.End) is var time && Slots.IsFree(search.One, time) && Slots.IsFree(search.Other, time)));

    private static bool CouldBe(SlotSearch search, Slot slot) =>
        Slots.Find(search with { Within = new(slot.Start, slot.End) }) is [var only] && only.Start == slot.Start;

    private static Availability Later(Availability availability, Duration later) =>
        availability with { Busy = [.. availability.Busy.Select(busy => new Interval(busy.Start + later, busy.End + later))] };

    private static Offset OffsetAt(SlotSearch search, Instant time) => search.One.Zone.GetUtcOffset(time);

    private static bool IsTrue(
        SlotReason reason, SlotSearch search, Slot slot, DateTimeZone zone, Func<Instant, Instant, bool> isUsualForMe, Func<Instant, Instant, bool> isUsualForThem, MinuteByMinute slowly)
    {
        bool IsUsualForBoth(Duration before, Duration after) =>
            isUsualForMe(slot.Start - before, slot.End + after) && isUsualForThem(slot.Start - before, slot.End + after);

        var clock = slot.Start.InZone(zone);
        var isMine = isUsualForMe(slot.Start, slot.End);
        return isMine == (reason != SlotReason.OutsideUsualHours) && reason switch
        {
            SlotReason.OutsideUsualHours => search.BeyondUsualHours,
            SlotReason.StartOfYourDay => !isUsualForMe(slot.Start - HalfHour, slot.End),
            SlotReason.EndOfYourDay => !isUsualForMe(slot.Start, slot.End + HalfHour),
            _ when !isUsualForMe(slot.Start - HalfHour, slot.End + HalfHour) => false,
            SlotReason.AsLastTime => search.LastTime!.Value.InZone(zone) is var last && last.DayOfWeek == clock.DayOfWeek && last.Hour == clock.Hour,
            SlotReason.Soonest => !search.IsFurther && !slowly.Starts.Any(start => start < slot.Start && slowly.Unround(start) <= slowly.Unround(slot.Start)),
            SlotReason.RoomAround => slowly.AreBothFree(slot.Start - Quarter, slot.End + Quarter),
            SlotReason.EarlyOrLateForNeither => IsUsualForBoth(Hour, Hour),
            SlotReason.AfterLunchForBoth => clock.TimeOfDay >= new LocalTime(13, 0) && clock.TimeOfDay <= new LocalTime(13, 30),
            SlotReason.FitsYourDay => !isUsualForThem(slot.Start, slot.End),
            _ => IsUsualForBoth(Duration.Zero, Duration.Zero),
        };
    }

    private static void Always(Func<SlotSearch, bool> rule) => Prop.ForAll(AnySearch.Arbitrary, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
}
