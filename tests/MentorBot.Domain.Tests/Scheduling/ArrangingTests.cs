using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.BenAndAna;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Booking, moving and cancelling, by either.</summary>
public sealed class ArrangingTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private static readonly Together OnTuesday = BothSaidYes.After(two => Arranging.Book(two, Ben, 1, Tuesday, 60, DayEdge.Nobody, Now));

    [Fact]
    public void What_one_chooses_is_booked_and_the_other_hears()
    {
        var booked = Arranging.Book(BothSaidYes, Ben, 1, Tuesday, 60, DayEdge.Nobody, Now);

        Assert.Equal(new Booking(1, 1, Tuesday, 60, Ben), Assert.Single(booked.Next!.Booked));
        Assert.Equal(["scheduling.follow two 1", "scheduling.booked two 1 1 to ana"], booked.Said());
    }

    [Fact]
    public void A_second_press_books_nothing_more() => Assert.False(Arranging.Book(OnTuesday, Ben, 1, Tuesday, 60, DayEdge.Nobody, Now).Changes);

    [Fact]
    public void When_both_choose_at_once_the_first_one_counts() => Assert.False(Arranging.Book(OnTuesday, Ana, 1, Friday, 60, DayEdge.Nobody, Now).Changes);

    [Fact]
    public void A_time_that_has_gone_by_is_not_booked() => Assert.IsType<MeetingsOutcome.GoneBy>(Arranging.Book(BothSaidYes, Ben, 1, Now, 60, DayEdge.Nobody, Now).Outcome);

    [Theory]
    [InlineData(-59)]
    [InlineData(0)]
    [InlineData(59)]
    public void No_two_overlap(int minutes) =>
        Assert.IsType<MeetingsOutcome.Full>(Arranging.Book(OnTuesday, Ana, 2, Tuesday + Duration.FromMinutes(minutes), 60, DayEdge.Nobody, Now).Outcome);

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public void One_may_begin_when_another_ends(int minutes) =>
        Assert.True(Arranging.Book(OnTuesday, Ana, 2, Tuesday + Duration.FromMinutes(minutes), 60, DayEdge.Nobody, Now).Changes);

    [Fact]
    public void They_lie_in_the_order_of_time() =>
        Assert.Equal([2, 1], OnTuesday.After(two => Arranging.Book(two, Ana, 2, Tuesday - Hour, 60, DayEdge.Nobody, Now)).Meetings.Booked.Select(one => one.Number));

    [Fact]
    public void No_more_is_booked_ahead_than_a_series_and_the_one_before_it()
    {
        var full = Enumerable.Range(1, Meetings.MostBooked - 1).Aggregate(
            OnTuesday, (two, at) => two.After(now => Arranging.Book(now, Ben, at + 1, Tuesday + (Hour * at), 60, DayEdge.Nobody, Now)));

        Assert.IsType<MeetingsOutcome.Full>(Arranging.Book(full, Ben, 8, Friday, 60, DayEdge.Nobody, Now).Outcome);
        Assert.True(Arranging.Move(full, Ben, 1, 1, Friday, 60, DayEdge.Nobody, Now).Changes);
    }

    [Fact]
    public void Nobody_else_books_moves_or_cancels()
    {
        Assert.IsType<MeetingsOutcome.NotYours>(Arranging.Book(BothSaidYes, Chidi, 1, Tuesday, 60, DayEdge.Nobody, Now).Outcome);
        Assert.IsType<MeetingsOutcome.NotYours>(Arranging.BookFirst(BothSaidYes, Tuesday, 60, Chidi, Now).Outcome);
        Assert.IsType<MeetingsOutcome.NotYours>(Arranging.BookSeries(BothSaidYes, Chidi, 1, [Tuesday], 60, Now).Outcome);
        Assert.IsType<MeetingsOutcome.NotYours>(Arranging.Move(OnTuesday, Chidi, 1, 1, Friday, 60, DayEdge.Nobody, Now).Outcome);
        Assert.IsType<MeetingsOutcome.NotYours>(Arranging.Cancel(OnTuesday, Chidi, 1, 1).Outcome);
    }

    [Fact]
    public void After_the_end_nothing_is_booked()
    {
        Assert.Equal(new MeetingsOutcome.AsItIs(null), Arranging.Book(BothSaidYes.Ended(), Ben, 1, Tuesday, 60, DayEdge.Nobody, Now).Outcome);
        Assert.Equal(new MeetingsOutcome.AsItIs(null), Arranging.BookFirst(BothSaidYes.Ended(), Tuesday, 60, Ana, Now).Outcome);
        Assert.Equal(new MeetingsOutcome.AsItIs(null), Arranging.Cancel(OnTuesday.Ended(), Ben, 1, 1).Outcome);
        Assert.Null(Passing.NextDue(BothSaidYes.After(two => Arranging.OfferTimes(two, Now)).Ended()));
    }

    [Fact]
    public void The_time_that_travelled_with_the_yes_is_the_very_first()
    {
        var first = Arranging.BookFirst(BothSaidYes, Tuesday, 60, Ana, Now);

        Assert.Equal(new Booking(1, 1, Tuesday, 60, Ana), Assert.Single(first.Next!.Booked));
        Assert.Equal(["scheduling.follow two 1", "relationships.begun two to ben"], first.Said());
        Assert.False(Arranging.BookFirst(OnTuesday, Friday, 60, Ana, Now).Changes);
        Assert.False(Arranging.BookFirst(OnTuesday.After(two => Arranging.Cancel(two, Ben, 1, 1)), Tuesday, 60, Ana, Now).Changes);
        Assert.IsType<MeetingsOutcome.GoneBy>(Arranging.BookFirst(BothSaidYes, Now, 60, Ana, Now).Outcome);
    }

    [Fact]
    public void Either_moves_it_and_the_other_hears_where_it_was()
    {
        var moved = Arranging.Move(OnTuesday, Ana, 1, 1, Friday, 60, DayEdge.Nobody, Now);

        Assert.Equal(new Booking(1, 2, Friday, 60, Ana) { Was = Tuesday }, Assert.Single(moved.Next!.Booked));
        Assert.Contains("scheduling.booked two 1 2 to ben", moved.Said());
        Assert.Contains("scheduling.follow two 1", moved.Said());
    }

    [Fact]
    public void The_cards_that_showed_where_it_was_say_so()
    {
        var said = Arranging.Move(OnTuesday, Ana, 1, 1, Friday, 60, DayEdge.Nobody, Now).Said().ToList();

        Assert.Contains("scheduling.booked two 1 1 to ben", said);
        Assert.Contains("scheduling.booked two 1 1 to ana", said);
    }

    [Fact]
    public void Who_moves_what_was_moved_meanwhile_moves_nothing()
    {
        var moved = OnTuesday.After(two => Arranging.Move(two, Ana, 1, 1, Friday, 60, DayEdge.Nobody, Now));

        Assert.False(Arranging.Move(moved, Ben, 1, 1, Friday + Hour, 60, DayEdge.Nobody, Now).Changes);
        Assert.False(Arranging.Cancel(moved, Ben, 1, 1).Changes);
        Assert.False(Arranging.Move(moved, Ben, 1, 2, Friday, 60, DayEdge.Nobody, Now).Changes);
    }

    [Fact]
    public void It_may_be_moved_within_its_own_time_and_not_onto_another()
    {
        var two = OnTuesday.After(one => Arranging.Book(one, Ana, 2, Friday, 60, DayEdge.Nobody, Now));

        Assert.True(Arranging.Move(two, Ben, 1, 1, Tuesday + (Hour / 4), 60, DayEdge.Nobody, Now).Changes);
        Assert.IsType<MeetingsOutcome.Full>(Arranging.Move(two, Ben, 1, 1, Friday + (Hour / 2), 60, DayEdge.Nobody, Now).Outcome);
        Assert.IsType<MeetingsOutcome.GoneBy>(Arranging.Move(two, Ben, 1, 1, Now, 60, DayEdge.Nobody, Now).Outcome);
        Assert.False(Arranging.Move(two, Ben, 3, 1, Friday, 60, DayEdge.Nobody, Now).Changes);
    }

    [Fact]
    public void Either_cancels_and_the_other_hears_and_the_number_is_not_used_again()
    {
        var cancelled = Arranging.Cancel(OnTuesday, Ana, 1, 1);

        Assert.Empty(cancelled.Next!.Booked);
        Assert.Contains($"scheduling.cancelled two {Tuesday.ToUnixTimeTicks()} to ben", cancelled.Said());
        Assert.Contains("scheduling.follow two 1", cancelled.Said());
        var after = OnTuesday.After(two => Arranging.Cancel(two, Ana, 1, 1));
        Assert.False(Arranging.Cancel(after, Ana, 1, 1).Changes);
        Assert.False(Arranging.Book(after, Ben, 1, Tuesday, 60, DayEdge.Nobody, Now).Changes);
        Assert.Equal([2], after.After(two => Arranging.Book(two, Ben, 2, Tuesday, 60, DayEdge.Nobody, Now)).Meetings.Booked.Select(one => one.Number));
    }

    [Fact]
    public void For_whom_it_lies_at_the_edge_of_the_day_is_counted()
    {
        var early = BothSaidYes.After(two => Arranging.Book(two, Ben, 1, Tuesday, 60, DayEdge.Mentee, Now));
        var late = early.After(two => Arranging.Move(two, Ben, 1, 1, Friday, 60, DayEdge.Both, Now));

        Assert.Equal((1, 0), (early.Meetings.EdgesOfMentee, early.Meetings.EdgesOfMentor));
        Assert.Equal((2, 1), (late.Meetings.EdgesOfMentee, late.Meetings.EdgesOfMentor));
    }

    [Fact]
    public void A_series_is_booked_at_once_each_with_its_number_and_the_other_hears_once()
    {
        ImmutableArray<Instant> starts = [Friday + Duration.FromDays(7), Friday];
        var series = Arranging.BookSeries(OnTuesday, Ana, 2, starts, 45, Now);

        Assert.Equal([Tuesday, Friday, Friday + Duration.FromDays(7)], series.Next!.Booked.Select(one => one.Start));
        Assert.Equal([1, 2, 3], series.Next.Booked.Select(one => one.Number));
        Assert.Equal(["scheduling.follow two 2", "scheduling.follow two 3", "scheduling.series two 2 2 to ben"], series.Said());
        Assert.False(Arranging.BookSeries(OnTuesday with { Meetings = series.Next }, Ana, 2, starts, 45, Now).Changes);
    }

    [Fact]
    public void A_series_is_booked_whole_or_not_at_all()
    {
        Assert.False(Arranging.BookSeries(OnTuesday, Ana, 2, [], 60, Now).Changes);
        Assert.IsType<MeetingsOutcome.Full>(Arranging.BookSeries(OnTuesday, Ana, 2, [Friday, Friday + (Hour / 2)], 60, Now).Outcome);
        Assert.IsType<MeetingsOutcome.Full>(Arranging.BookSeries(OnTuesday, Ana, 2, [Friday, Tuesday], 60, Now).Outcome);
        Assert.IsType<MeetingsOutcome.GoneBy>(Arranging.BookSeries(OnTuesday, Ana, 2, [Friday, Now], 60, Now).Outcome);
        Assert.IsType<MeetingsOutcome.Full>(Arranging.BookSeries(OnTuesday, Ana, 2, [.. Enumerable.Range(0, 7).Select(at => Friday + (Hour * at))], 60, Now).Outcome);
    }
}
