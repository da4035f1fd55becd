using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>The card comes ten minutes before a conversation, or when somebody asks for it.</summary>
public sealed class BeginningTests
{
    private static readonly Instant Three = Monday + Duration.FromHours(6);
    private static readonly Instant TenBefore = Three - Duration.FromMinutes(10);

    [Fact]
    public void Ten_minutes_before_both_have_the_card_and_nothing_is_booked_any_more()
    {
        var booked = New.Books(Three);
        Assert.Equal(TenBefore, Passing.NextDue(booked.Together));
        Assert.False(Passing.Tick(booked.Together, TenBefore - Duration.FromSeconds(1)).Changes);

        var begins = Passing.Tick(booked.Together, TenBefore);

        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"], Tells(begins));
        Assert.Equal((1, Three, 60, true, Phase.Review), Of(begins.Next!.Session!));
        Assert.Empty(begins.Next.Booked);
    }

    [Fact]
    public void Each_conversation_begins_with_other_prompts()
    {
        var first = New.Talks(Ben);
        var second = first.Does(one => Conducting.End(one.Together, Ben, one.CardOf(Ben), Phase.Review, one.Now)).Talks(Ben);

        Assert.All(Enum.GetValues<Phase>(), phase => Assert.All(Enum.GetValues<PromptKind>(), kind => Assert.NotEqual(first.Meetings.Deck.Of(phase, kind), second.Meetings.Deck.Of(phase, kind))));
    }

    [Fact]
    public void One_that_was_left_open_is_closed_before_the_next_begins()
    {
        var open = New.Books(Three).Talks(Ben).At(TenBefore);
        var next = open with { Together = open.Together with { Meetings = open.Meetings with { Session = open.Session with { Number = 7 } } } };

        var begins = Passing.Tick(next.Together, TenBefore);

        Assert.Equal(1, begins.Next!.Session!.Number);
        Assert.Contains("sessions.card match-1 7 1 to ben", Tells(begins));
    }

    [Fact]
    public void Who_asks_for_the_card_alone_has_it_alone()
    {
        var alone = Conducting.Begin(New.Together, Ana, Monday);

        Assert.Equal(["sessions.card match-1 1 1 to ana"], Tells(alone));
        Assert.Equal((1, Monday, 60, false, Phase.Review), Of(alone.Next!.Session!));
        Assert.Equal(1, alone.Next.Last);
    }

    [Fact]
    public void The_other_joins_by_asking_for_it_too()
    {
        var both = New.Talks(Ana).Turns(Ana, Phase.Learn).Talks(Ben);

        Assert.Equal((1, Phase.Learn, 2), (both.Session.Number, both.Session.Phase, both.Session.Seats.Length));
    }

    [Fact]
    public void A_card_asked_for_anew_takes_the_place_of_the_one_before()
    {
        var later = New.Talks(Ana).After(Duration.FromMinutes(1));

        var anew = Conducting.Begin(later.Together, Ana, later.Now);

        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 2 to ana"], Tells(anew));
    }

    [Fact]
    public void Asking_twice_in_a_breath_gives_one_card()
    {
        var asked = New.Talks(Ana).After(Duration.FromSeconds(59));

        Assert.False(Conducting.Begin(asked.Together, Ana, asked.Now).Changes);
    }

    [Fact]
    public void Shortly_before_a_conversation_the_card_is_that_of_it_and_both_still_get_theirs_in_time()
    {
        var early = New.Books(Three).Talks(Ana);
        Assert.Equal((1, Three, 60, true, Phase.Review), Of(early.Session));
        Assert.Null(early.Session.SeatOf(Ben));
        Assert.NotNull(early.Meetings.Find(1));

        var begins = Passing.Tick(early.Together, TenBefore);

        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben", "sessions.card match-1 1 2 to ana"], Tells(begins));
        Assert.Empty(begins.Next!.Booked);
        Assert.Equal(early.Meetings.Deck, begins.Next.Deck);
    }

    [Fact]
    public void A_conversation_that_was_opened_early_and_moved_keeps_its_number()
    {
        var early = New.Books(Three).Talks(Ana);
        var later = Three + Duration.FromHours(1);
        var moved = early.Does(one => Arranging.Move(one.Together, Ben, 1, 1, later, 30, default, one.Now));

        var begun = moved.At(later - Meetings.CardBefore).Ticks();

        Assert.Equal((1, later, 30, true, Phase.Review), Of(begun.Session));
    }

    [Fact]
    public void A_conversation_of_next_week_is_not_opened_early()
    {
        var alone = New.Books(Monday + Duration.FromHours(12) + Duration.FromSeconds(1)).Talks(Ana);

        Assert.Equal((2, Monday, 60, false, Phase.Review), Of(alone.Session));
    }

    [Fact]
    public void The_next_one_is_short_when_it_was_made_so()
    {
        var shorter = New.Does(one => Offering.MakeTwentyMinutes(one.Together, Ana, one.Together.Meetings.Next?.Number ?? 0)).Talks(Ben);

        Assert.Equal(20, shorter.Session.Minutes);
    }

    [Fact]
    public void Nobody_else_opens_it() => Assert.IsType<MeetingsOutcome.NotYours>(Conducting.Begin(New.Together, Chidi, Monday).Outcome);

    private static (int, Instant, int, bool, Phase) Of(Session session) => (session.Number, session.Start, session.Minutes, session.IsBooked, session.Phase);
}
