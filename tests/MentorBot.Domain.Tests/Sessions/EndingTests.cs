using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>How a conversation ends: said so, met without the bot, left open, called off, or because the two part.</summary>
public sealed class EndingTests
{
    private static readonly Instant Three = Monday + Duration.FromHours(6);
    private static readonly Instant NineNextDay = Instant.FromUtc(2026, 3, 3, 9, 0);
    private static readonly Pair Begun = New.Books(Three).At(Three).Ticks();

    [Fact]
    public void When_one_says_they_are_done_both_see_it_and_the_next_morning_asks_what_to_keep()
    {
        var done = End(Begun, Ben, Phase.Review);

        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"], Tells(done));
        Assert.Equal((SessionEnding.Done, 1, Three), (done.Next!.Session!.Ending, done.Next.Held, done.Next.Since));
        Assert.Equal(NineNextDay, Step(done, SessionNotices.Keep)!.At);
        Assert.False(End(Begun.Does(done), Ana, Phase.Review).Changes);
    }

    [Fact]
    public void A_press_on_another_phase_than_they_are_in_ends_nothing() => Assert.False(End(Begun.Turns(Ana, Phase.Learn), Ben, Phase.Reflect).Changes);

    [Fact]
    public void Who_has_the_quiet_card_may_end_it_in_any_phase() =>
        Assert.True(End(Begun.Does(one => Conducting.ShowJustPrompts(one.Together, Ben, one.CardOf(Ben), true, false)).Turns(Ana, Phase.Learn), Ben, null).Changes);

    [Fact]
    public void Left_open_it_closes_at_four_and_nine_of_that_morning_asks_what_to_keep()
    {
        var open = Begun.Turns(Ana, Phase.Learn);
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 4, 0), Passing.NextDue(open.Together));

        var closed = Passing.Tick(open.Together, Instant.FromUtc(2026, 3, 3, 4, 0));

        Assert.Equal((SessionEnding.Overnight, 1, Three + Duration.FromHours(1)), (closed.Next!.Session!.Ending, closed.Next.Held, closed.Next.Since));
        Assert.Equal(NineNextDay, Step(closed, SessionNotices.Keep)!.At);
        Assert.Null(Conducting.NextDue(open.Does(closed).Together));
    }

    [Fact]
    public void What_nobody_touched_closes_without_a_word()
    {
        var closed = Passing.Tick(Begun.Together, Three + Duration.FromDays(1));

        Assert.Equal((SessionEnding.Overnight, 0, Monday), (closed.Next!.Session!.Ending, closed.Next.Held, closed.Next.Since));
        Assert.Null(Step(closed, SessionNotices.Keep));
    }

    [Theory]
    [InlineData("2026-03-02T22:00:00Z", "2026-03-03T04:00:00Z")]
    [InlineData("2026-03-03T00:59:00Z", "2026-03-03T04:00:00Z")]
    [InlineData("2026-03-03T02:30:00Z", "2026-03-03T05:30:00Z")]
    [InlineData("2026-03-03T04:00:00Z", "2026-03-04T04:00:00Z")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T03:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T04:00:00Z")]
    public void Whoever_talks_at_night_has_three_hours_and_the_clocks_may_change(string begun, string closes)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(begun).Value;

        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(closes).Value, Passing.NextDue(New.At(at).Talks(Ben).Together));
    }

    [Fact]
    public void They_met_without_the_bot_before_it_began()
    {
        var booked = New.Books(Three);

        var met = Conducting.WeMet(booked.Together, Ana, 1, 1, Monday);

        Assert.Equal((1, SessionEnding.WeMet, false), (met.Next!.Held, met.Next.Session!.Ending, met.Next.Session.HasItsTime));
        Assert.Empty(met.Next.Booked);
        Assert.NotNull(Step(met, SchedulingNotices.Follow));
        Assert.False(Conducting.WeMet(booked.Does(met).Together, Ben, 1, 1, Monday).Changes);
    }

    [Fact]
    public void What_is_still_far_ahead_was_not_held_and_stays_booked()
    {
        var half = Duration.FromHours(12);
        var booked = New.Books(Three + Duration.FromDays(21));

        var slipped = Conducting.WeMet(booked.Together, Ana, 1, 1, Monday);

        Assert.False(slipped.Changes);
        Assert.Equal(booked.Meetings.Next, Assert.IsType<MeetingsOutcome.StillToCome>(slipped.Outcome).Booking);
        Assert.False(Conducting.WeMet(booked.Together, Ana, 1, 1, booked.Meetings.Next!.Start - half - Duration.Epsilon).Changes);
        Assert.True(Conducting.WeMet(booked.Together, Ana, 1, 1, booked.Meetings.Next!.Start - half).Changes);
    }

    [Fact]
    public void They_met_without_the_bot_while_it_was_there_and_nothing_is_asked()
    {
        var met = Conducting.WeMet(Begun.Together, Ana, 1, null, Three);

        Assert.Equal((1, SessionEnding.WeMet), (met.Next!.Held, met.Next.Session!.Ending));
        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"], Tells(met));
        Assert.DoesNotContain(met.Consequences, one => one is Consequence.Step { Kind: SessionNotices.Keep });
    }

    [Fact]
    public void They_met_without_the_bot_and_say_so_after_it_closed()
    {
        var left = Begun.At(Three + Duration.FromDays(1)).Ticks();

        var met = left.Does(one => Conducting.WeMet(one.Together, Ana, 1, null, one.Now));

        Assert.Equal((1, SessionEnding.WeMet), (met.Meetings.Held, met.Session.Ending));
    }

    [Fact]
    public void However_they_talked_it_is_looked_whether_questions_are_done_with()
    {
        var asked = Begun.Does(one => Conducting.Questioned(one.Together, Ben, isThere: true));
        var left = asked.At(Three + Duration.FromDays(1)).Ticks();

        Assert.NotNull(Step(End(asked, Ana, Phase.Review), SessionNotices.DropQuestions));
        Assert.NotNull(Step(Conducting.WeMet(asked.Together, Ana, 1, null, Three), SessionNotices.DropQuestions));
        Assert.NotNull(Step(Conducting.WeMet(left.Together, Ana, 1, null, left.Now), SessionNotices.DropQuestions));
        Assert.Null(Step(Conducting.CallOff(asked.Together, Ana, 1, 0, Three), SessionNotices.DropQuestions));
    }

    [Fact]
    public void What_counted_as_held_counts_once()
    {
        Assert.False(Conducting.WeMet(Begun.Does(End(Begun, Ben, Phase.Review)).Together, Ana, 1, null, Three).Changes);
        Assert.False(Conducting.WeMet(Begun.Turns(Ana, Phase.Learn).At(Three + Duration.FromDays(1)).Ticks().Together, Ana, 1, null, Three).Changes);
    }

    [Fact]
    public void Meeting_before_another_conversation_is_over_leaves_that_one_open()
    {
        var open = New.Talks(Ben).Books(Three);

        var met = open.Does(one => Conducting.WeMet(one.Together, Ben, 2, 1, one.Now));

        Assert.Equal((1, true, 1), (met.Session.Number, met.Session.IsOpen, met.Meetings.Held));
        Assert.Empty(met.Meetings.Booked);
    }

    [Fact]
    public void What_was_held_before_its_time_is_not_booked_any_more()
    {
        var early = New.Books(Three).Talks(Ben);

        var done = End(early, Ben, Phase.Review);

        Assert.Empty(done.Next!.Booked);
        Assert.NotNull(Step(done, SchedulingNotices.Follow));
        Assert.False(done.Next.Session!.HasItsTime);
    }

    [Fact]
    public void Who_cannot_make_it_calls_it_off_and_the_other_hears()
    {
        var off = Conducting.CallOff(Begun.Together, Ana, 1, 0, Three);

        Assert.Equal((SessionEnding.CalledOff, 0, false), (off.Next!.Session!.Ending, off.Next.Held, off.Next.Session.HasItsTime));
        Assert.Contains(off.Consequences, one => one is Consequence.Tell { Kind: SchedulingNotices.Cancelled } tell && tell.Whom == Ben);
        Assert.NotNull(Step(off, SchedulingNotices.Follow));
        Assert.False(Conducting.CallOff(New.Talks(Ana).Together, Ana, 1, 0, Monday).Changes);
    }

    [Fact]
    public void Who_has_no_card_of_what_the_other_opened_early_can_still_cancel_it()
    {
        var early = New.Books(Three).Talks(Ana);

        var off = Conducting.CallOff(early.Together, Ben, 1, 1, Monday);

        Assert.Equal(SessionEnding.CalledOff, off.Next!.Session!.Ending);
        Assert.Empty(off.Next.Booked);
        Assert.Contains(off.Consequences, one => one is Consequence.Tell { Kind: SchedulingNotices.Cancelled } tell && tell.Whom == Ana);
        Assert.IsType<MeetingsOutcome.NotYours>(Conducting.CallOff(early.Together, Chidi, 1, 1, Monday).Outcome);
    }

    [Fact]
    public void What_was_opened_early_and_moved_is_cancelled_by_the_day_that_both_know()
    {
        var thursday = Three + Duration.FromDays(3);
        var moved = New.Books(Three).Talks(Ana).Does(one => Arranging.Move(one.Together, Ben, 1, 1, thursday, 60, default, one.Now));

        var off = Conducting.CallOff(moved.Together, Ben, 1, 2, Monday);

        Assert.Equal(SchedulingNotices.At(moved.Together.Pair.Id, thursday), off.Consequences.OfType<Consequence.Tell>().Single(tell => tell.Kind == SchedulingNotices.Cancelled).Subject);
        Assert.False(Conducting.CallOff(moved.Together, Ben, 1, 1, Monday).Changes);
    }

    [Fact]
    public void What_was_seen_before_it_began_calls_nothing_off_that_goes_on() => Assert.False(Conducting.CallOff(Begun.Together, Ana, 1, 1, Three).Changes);

    [Fact]
    public void When_the_two_part_nothing_is_booked_and_the_open_card_is_settled()
    {
        var open = Begun.Books(Three + Duration.FromDays(7)).Books(Three + Duration.FromDays(14));
        var parted = open.Together with { Pair = open.Together.Pair with { State = new RelationshipState.Ended(Ben, Ending.Stopped, Three, Three) } };

        var stopped = Conducting.Stop(parted, Three);

        Assert.Equal((SessionEnding.Stopped, 0), (stopped.Next!.Session!.Ending, stopped.Next.Held));
        Assert.Empty(stopped.Next.Booked);
        Assert.Equal(["match-1 2", "match-1 3"], stopped.Consequences.OfType<Consequence.Step>().Where(step => step.Kind == SchedulingNotices.Follow).Select(step => step.Subject));
        Assert.Null(Step(stopped, SessionNotices.Keep));
        Assert.False(Conducting.Stop(parted with { Meetings = stopped.Next }, Three).Changes);
        Assert.IsType<MeetingsOutcome.AsItIs>(Conducting.Turn(parted, Ben, open.CardOf(Ben), Phase.Review, Phase.Learn, true).Outcome);
    }

    [Fact]
    public void A_note_written_after_it_closed_changes_no_card_and_the_next_morning_looks_after_it()
    {
        var left = Begun.At(Three + Duration.FromDays(1)).Ticks();

        var noted = Conducting.Noted(left.Together, 1, [Phase.Learn], left.Now);

        Assert.Equal(Phase.Learn, Assert.Single(noted.Next!.Session!.Noted));
        Assert.Empty(Tells(noted));
        Assert.Equal(NineNextDay + Duration.FromDays(1), Step(noted, SessionNotices.Keep)!.At);
        Assert.False(noted.Next.Session.IsTouched);
        Assert.NotNull(Step(Conducting.Noted(left.Does(noted).Together, 1, [Phase.Learn], left.Now), SessionNotices.Keep));
        Assert.False(Conducting.Noted(left.Together, 1, [], left.Now).Changes);
    }

    [Theory]
    [InlineData("2026-03-03T08:50:00Z")]
    [InlineData("2026-03-03T00:30:00Z")]
    public void A_note_saved_just_before_the_end_asks_on_no_other_morning_than_the_card_says(string ends)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(ends).Value;
        var done = New.At(at - Duration.FromMinutes(50)).Talks(Ben).Talks(Ana).At(at);
        var ended = End(done, Ben, Phase.Review);

        var noted = Conducting.Noted(done.Does(ended).Together, 1, [Phase.Learn], at + Duration.FromSeconds(1));

        Assert.Equal(NineNextDay + Duration.FromDays(1), Step(ended, SessionNotices.Keep)!.At);
        Assert.Equal(NineNextDay + Duration.FromDays(1), Step(noted, SessionNotices.Keep)!.At);
    }

    [Fact]
    public void Whether_to_keep_anything_is_put_off_while_it_is_still_to_come_or_goes_on()
    {
        var ahead = New.Books(Three + Duration.FromDays(3));

        Assert.Equal(Instant.FromUtc(2026, 3, 6, 9, 0), Step(Conducting.KeepLater(ahead.Together, 1, Monday), SessionNotices.Keep)!.At);
        Assert.Equal(NineNextDay, Step(Conducting.KeepLater(Begun.Together, 1, Three), SessionNotices.Keep)!.At);
        Assert.False(Conducting.KeepLater(Begun.Does(End(Begun, Ana, Phase.Review)).Together, 1, Three).Changes);
        Assert.False(Conducting.KeepLater(ahead.Together, 2, Monday).Changes);
    }

    [Fact]
    public void A_note_on_a_conversation_of_long_ago_changes_nothing_else_and_the_next_morning_looks_after_it()
    {
        var later = Begun.Does(End(Begun, Ben, Phase.Review)).After(Duration.FromDays(30)).Talks(Ben);

        var noted = Conducting.Noted(later.Together, 1, [Phase.Learn], later.Now);

        Assert.Equal("match-1 1", Step(noted, SessionNotices.Keep)!.Subject);
        Assert.Equal(later.Session, noted.Next!.Session);
    }

    [Theory]
    [InlineData(SessionEnding.WeMet)]
    [InlineData(SessionEnding.CalledOff)]
    [InlineData(SessionEnding.Overnight)]
    [InlineData(SessionEnding.Done)]
    public void However_it_ends_no_note_for_both_is_left_behind(SessionEnding ending)
    {
        var noted = Begun.Does(one => Conducting.Noted(one.Together, 1, [Phase.Learn], one.Now));

        var ended = ending switch
        {
            SessionEnding.WeMet => Conducting.WeMet(noted.Together, Ana, 1, null, noted.Now),
            SessionEnding.CalledOff => Conducting.CallOff(noted.Together, Ana, 1, 0, noted.Now),
            SessionEnding.Overnight => Passing.Tick(noted.Together, Three + Duration.FromDays(1)),
            _ => End(noted, Ana, Phase.Review),
        };

        Assert.Equal(ending, ended.Next!.Session!.Ending);
        Assert.NotNull(Step(ended, SessionNotices.Keep));
    }

    [Fact]
    public void A_note_on_what_is_still_to_come_is_looked_after_once_that_is_over_and_is_there_when_it_begins()
    {
        var early = New.Books(Three + Duration.FromDays(3));
        Assert.Equal(Instant.FromUtc(2026, 3, 6, 9, 0), Step(Conducting.Noted(early.Together, 1, [Phase.Learn], Monday), SessionNotices.Keep)!.At);

        var noted = New.Books(Three).Talks(Ben).Does(one => Conducting.Noted(one.Together, 1, [Phase.Learn], one.Now));
        var moved = noted.Does(one => Arranging.Move(one.Together, Ben, 1, one.Meetings.Find(1)!.Version, Three + Duration.FromDays(3), 60, default, one.Now)).At(Three + Duration.FromDays(1)).Ticks();
        Assert.Equal(SessionEnding.Overnight, moved.Session.Ending);

        var begun = moved.At(Three + Duration.FromDays(3)).Ticks();
        Assert.Equal((true, Phase.Learn), (begun.Session.IsOpen, Assert.Single(begun.Session.Noted)));
    }

    private static Decision<Meetings, MeetingsOutcome> End(Pair pair, PersonId who, Phase? seen) => Conducting.End(pair.Together, who, pair.CardOf(who), seen, pair.Now);
}
