using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.BenAndAna;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Times that wait for a choice, and what is lighter. A Monday, and all in UTC.</summary>
public sealed class OfferingTests
{
    private static readonly Instant EndOfThirdDay = Instant.FromUtc(2026, 3, 6, 0, 0);

    private static readonly Together Offered = BothSaidYes.After(two => Arranging.OfferTimes(two, Now));
    private static readonly Together OnTuesday = BothSaidYes.After(two => Arranging.Book(two, Ben, 1, Tuesday, 60, DayEdge.Nobody, Now));
    private static readonly Together Suggested = BothSaidYes.After(two => Offering.Suggest(two, Ben, 0, Friday, 45, Now));

    [Fact]
    public void Both_are_shown_times_until_the_end_of_the_third_day()
    {
        Assert.Equal(new TimesOpen(EndOfThirdDay, Now + Duration.FromDays(2)), Offered.Meetings.Times);
        Assert.Equal(
            [$"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ben", $"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ana"], Arranging.OfferTimes(BothSaidYes, Now).Said());
        Assert.False(Arranging.OfferTimes(Offered, Tuesday).Changes);
        Assert.False(Arranging.OfferTimes(BothSaidYes.Ended(), Now).Changes);
    }

    [Fact]
    public void There_is_one_reminder_and_then_nothing_is_booked()
    {
        Assert.Equal(Now + Duration.FromDays(2), Passing.NextDue(Offered));
        Assert.False(Passing.Tick(Offered, Now + Duration.FromDays(2) - Duration.Epsilon).Changes);

        var reminded = Offered.After(two => Passing.Tick(two, Now + Duration.FromDays(2)));
        Assert.Contains($"scheduling.remind two {EndOfThirdDay.ToUnixTimeTicks()} to ana", Passing.Tick(Offered, Now + Duration.FromDays(2)).Said());
        Assert.Equal(EndOfThirdDay, Passing.NextDue(reminded));

        var over = reminded.After(two => Passing.Tick(two, EndOfThirdDay));
        Assert.Null(over.Meetings.Times);
        Assert.Empty(over.Meetings.Booked);
        Assert.Null(Arranging.NextDue(over));
        Assert.Contains($"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ben", Passing.Tick(reminded, EndOfThirdDay).Said());
    }

    [Fact]
    public void Woken_late_the_reminder_is_left_out()
    {
        var over = Offered.After(two => Passing.Tick(two, EndOfThirdDay + Duration.FromDays(1)));

        Assert.Null(over.Meetings.Times);
        Assert.DoesNotContain($"scheduling.remind two {EndOfThirdDay.ToUnixTimeTicks()}", Passing.Tick(Offered, Now).Said());
    }

    [Fact]
    public void A_choice_settles_the_cards_of_both()
    {
        var chosen = Arranging.Book(Offered, Ana, 1, Tuesday, 60, DayEdge.Nobody, Now);

        Assert.Null(chosen.Next!.Times);
        Assert.Contains($"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ben", chosen.Said());
        Assert.Contains($"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ana", chosen.Said());
    }

    [Fact]
    public void Outside_their_usual_hours_the_other_is_asked_before_anything_is_booked()
    {
        Assert.Empty(Suggested.Meetings.Booked);
        Assert.Equal([$"scheduling.suggested two {Friday.ToUnixTimeTicks()} to ana"], Offering.Suggest(BothSaidYes, Ben, 0, Friday, 45, Now).Said());
        Assert.False(Offering.Suggest(Suggested, Ben, 0, Friday, 45, Now).Changes);
        Assert.IsType<MeetingsOutcome.NotYours>(Offering.Suggest(BothSaidYes, Chidi, 0, Friday, 45, Now).Outcome);
        Assert.IsType<MeetingsOutcome.GoneBy>(Offering.Suggest(BothSaidYes, Ben, 0, Now, 45, Now).Outcome);
        Assert.IsType<MeetingsOutcome.Full>(Offering.Suggest(OnTuesday, Ben, 0, Tuesday, 45, Now).Outcome);
    }

    [Fact]
    public void Fine_books_it_and_who_suggested_it_hears()
    {
        var fine = Offering.AnswerSuggestion(Suggested, Ana, Friday, isFine: true, Now);

        Assert.Equal(new Booking(1, 1, Friday, 45, Ben), Assert.Single(fine.Next!.Booked));
        Assert.Null(fine.Next.Suggested);
        Assert.Contains("scheduling.booked two 1 1 to ben", fine.Said());
        Assert.False(Offering.AnswerSuggestion(Suggested with { Meetings = fine.Next }, Ana, Friday, isFine: true, Now).Changes);
    }

    [Fact]
    public void Rather_not_books_nothing_and_who_suggested_it_hears()
    {
        var not = Offering.AnswerSuggestion(Suggested, Ana, Friday, isFine: false, Now);

        Assert.Empty(not.Next!.Booked);
        Assert.Null(not.Next.Suggested);
        Assert.Contains($"scheduling.declined two {Friday.ToUnixTimeTicks()} to ben", not.Said());
    }

    [Fact]
    public void Nobody_answers_what_they_suggested_themselves_or_what_is_not_suggested_any_more()
    {
        var another = Suggested.After(two => Offering.Suggest(two, Ben, 0, Tuesday, 45, Now));

        Assert.False(Offering.AnswerSuggestion(Suggested, Ben, Friday, isFine: true, Now).Changes);
        Assert.False(Offering.AnswerSuggestion(another, Ana, Friday, isFine: true, Now).Changes);
        Assert.False(Offering.AnswerSuggestion(BothSaidYes, Ana, Friday, isFine: true, Now).Changes);
        Assert.IsType<MeetingsOutcome.NotYours>(Offering.AnswerSuggestion(Suggested, Chidi, Friday, isFine: true, Now).Outcome);
        Assert.IsType<MeetingsOutcome.GoneBy>(Offering.AnswerSuggestion(Suggested, Ana, Friday, isFine: true, Friday).Outcome);
    }

    [Fact]
    public void A_booking_is_moved_there_once_the_other_is_fine_with_it()
    {
        var asked = OnTuesday.After(two => Offering.Suggest(two, Ben, 1, Friday, 60, Now));
        var moved = asked.After(two => Offering.AnswerSuggestion(two, Ana, Friday, isFine: true, Now));

        Assert.Equal(new Booking(1, 2, Friday, 60, Ben) { Was = Tuesday }, Assert.Single(moved.Meetings.Booked));
        Assert.Null(asked.After(two => Arranging.Cancel(two, Ana, 1, 1)).Meetings.Suggested);
        Assert.False(Offering.Suggest(BothSaidYes, Ben, 1, Friday, 60, Now).Changes);
    }

    [Fact]
    public void Without_an_answer_a_suggestion_goes_by_itself()
    {
        Assert.Equal(EndOfThirdDay, Passing.NextDue(Suggested));
        Assert.Null(Suggested.After(two => Passing.Tick(two, EndOfThirdDay)).Meetings.Suggested);
        Assert.Equal(Tuesday, Passing.NextDue(BothSaidYes.After(two => Offering.Suggest(two, Ben, 0, Tuesday, 45, Now))));
    }

    [Fact]
    public void Looked_again_both_have_times_unless_something_is_booked()
    {
        var later = BothSaidYes.After(two => Offering.LookAgain(two, Ben, Now));
        var at = Now + Duration.FromDays(14);

        Assert.False(Offering.LookAgain(later, Ana, Tuesday).Changes);
        Assert.Equal(at, Passing.NextDue(later));
        Assert.NotNull(later.After(two => Passing.Tick(two, at)).Meetings.Times);
        Assert.Equal(2, Passing.Tick(later, at).Said().Count(one => one.StartsWith("scheduling.times", StringComparison.Ordinal)));

        var booked = later.After(two => Arranging.Book(two, Ben, 1, at + Duration.FromDays(1), 60, DayEdge.Nobody, Now));
        var looked = booked.After(two => Passing.Tick(two, at));
        Assert.Null(looked.Meetings.Times);
        Assert.Null(looked.Meetings.LookAgainAt);
    }

    [Fact]
    public void After_a_quiet_time_both_have_times_unless_something_is_before_them()
    {
        var over = BothSaidYes.After(two => Offering.AfterQuiet(two, Tuesday));
        Assert.Equal(Tuesday, Passing.NextDue(over));
        var offered = over.After(two => Passing.Tick(two, Tuesday));
        Assert.NotNull(offered.Meetings.Times);
        Assert.False(Offering.AfterQuiet(over, Tuesday).Changes);
        Assert.False(Offering.AfterQuiet(offered, Tuesday).Changes);
        Assert.False(Offering.AfterQuiet(BothSaidYes.After(two => Arranging.Book(two, Ben, 1, Friday, 60, DayEdge.Nobody, Now)), Tuesday).Changes);
        Assert.NotNull(Offered.After(two => Offering.AfterQuiet(two, Friday)).After(two => Passing.Tick(two, Friday)).After(two => Passing.Tick(two, Friday)).Meetings.Times);
        Assert.False(Offering.AfterQuiet(Quiet(BothSaidYes), Tuesday).Changes);
        Assert.False(Offering.AfterQuiet(BothSaidYes.Ended(), Tuesday).Changes);
    }

    [Fact]
    public void In_a_quiet_time_nobody_looks_again()
    {
        var quiet = Quiet(BothSaidYes.After(two => Offering.LookAgain(two, Ben, Now)));

        Assert.Equal(Now + Relating.Quiet, Passing.NextDue(quiet));
        Assert.Null(Passing.Tick(quiet, Now + Duration.FromDays(14)).Next!.Times);
        Assert.NotNull(quiet.After(two => Passing.Tick(two, Now + Relating.Quiet)).Meetings.Times);
    }

    private static Together Quiet(Together together) => together with { Pair = Relating.BeQuiet(together.Pair, Ana, Now).Next! };

    [Fact]
    public void The_mentor_makes_what_is_booked_twenty_minutes()
    {
        var shorter = Offering.MakeTwentyMinutes(OnTuesday, Ana, 1);

        Assert.Equal(new Booking(1, 2, Tuesday, 20, Ana), Assert.Single(shorter.Next!.Booked));
        Assert.Contains("scheduling.shorter two 1 2 to ben", shorter.Said());
        Assert.Contains("scheduling.follow two 1", shorter.Said());
        Assert.False(Offering.MakeTwentyMinutes(OnTuesday with { Meetings = shorter.Next }, Ana, 1).Changes);
        Assert.IsType<MeetingsOutcome.NotYours>(Offering.MakeTwentyMinutes(OnTuesday, Ben, 1).Outcome);
    }

    [Fact]
    public void Or_what_is_booked_next_and_only_that()
    {
        var shorter = BothSaidYes.After(two => Offering.MakeTwentyMinutes(two, Ana, 0));

        Assert.Equal(20, Arranging.MinutesOfNext(shorter.Meetings));
        Assert.Equal(["scheduling.shorter two 0 0 to ben"], Offering.MakeTwentyMinutes(BothSaidYes, Ana, 0).Said());
        Assert.False(Offering.MakeTwentyMinutes(shorter, Ana, 0).Changes);
        Assert.Equal(60, Arranging.MinutesOfNext(shorter.After(two => Arranging.Book(two, Ben, 1, Tuesday, 20, DayEdge.Nobody, Now)).Meetings));
    }

    [Fact]
    public void The_mentor_makes_it_later_and_the_other_chooses_from_times()
    {
        var later = Offering.MakeLater(OnTuesday, Ana, 1, Now);

        Assert.Empty(later.Next!.Booked);
        Assert.Equal(Tuesday, later.Next.Times?.InsteadOf);
        Assert.Contains($"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ben", later.Said());
        Assert.DoesNotContain($"scheduling.times two {EndOfThirdDay.ToUnixTimeTicks()} to ana", later.Said());
        Assert.False(Offering.MakeLater(OnTuesday with { Meetings = later.Next }, Ana, 1, Now).Changes);
        Assert.IsType<MeetingsOutcome.NotYours>(Offering.MakeLater(OnTuesday, Ben, 1, Now).Outcome);
    }
}
