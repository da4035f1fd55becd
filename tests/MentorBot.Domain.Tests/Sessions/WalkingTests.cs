using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Sessions.Pair;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>Either turns the page, at any time, and the other's card follows.</summary>
public sealed class WalkingTests
{
    private static readonly Pair Both = New.Talks(Ben).Talks(Ana);

    [Fact]
    public void Who_turns_the_page_turns_it_for_both()
    {
        var turned = Turn(Both, Ben, Phase.Review, Phase.Learn);

        Assert.Equal(["sessions.card match-1 1 1 to ana"], Tells(turned));
        Assert.Equal((Phase.Learn, Ben, true), (turned.Next!.Session!.Phase, turned.Next.Session.TurnedBy, turned.Next.Session.IsTouched));
    }

    [Theory]
    [InlineData(Phase.Apply, Phase.Review)]
    [InlineData(Phase.Review, Phase.Reflect)]
    [InlineData(Phase.Reflect, Phase.Learn)]
    public void Any_part_may_come_next(Phase from, Phase to) =>
        Assert.Equal(to, Both.Turns(Ana, from).Turns(Ben, to).Session.Phase);

    [Fact]
    public void Turning_to_where_they_are_changes_nothing() => Assert.False(Turn(Both, Ben, Phase.Review, Phase.Review).Changes);

    [Fact]
    public void A_press_on_a_phase_that_is_over_turns_nothing()
    {
        var moved = Both.Turns(Ben, Phase.Learn).Turns(Ben, Phase.Apply);

        Assert.IsType<MeetingsOutcome.AsItIs>(Turn(moved, Ana, Phase.Review, Phase.Learn).Outcome);
        Assert.False(Turn(moved, Ben, Phase.Review, Phase.Learn).Changes);
    }

    [Fact]
    public void Both_at_once_turn_once()
    {
        var turned = Both.Turns(Ben, Phase.Learn);

        var both = Turn(turned, Ana, Phase.Review, Phase.Learn);

        Assert.Equal(Phase.Learn, Assert.IsType<MeetingsOutcome.BothTurned>(both.Outcome).Now.Meetings.Session!.Phase);
        Assert.IsType<MeetingsOutcome.AsItIs>(Turn(turned.Does(both), Ana, Phase.Review, Phase.Learn).Outcome);
    }

    [Fact]
    public void Pressing_twice_is_not_both() => Assert.IsType<MeetingsOutcome.AsItIs>(Turn(Both.Turns(Ben, Phase.Learn), Ben, Phase.Review, Phase.Learn).Outcome);

    [Fact]
    public void That_the_other_turned_is_news_until_one_does_something()
    {
        var turned = Both.Turns(Ben, Phase.Learn);
        Assert.Equal(Ben, OtherPrompts(turned, Ben).Next!.Session!.TurnedBy);
        Assert.Null(OtherPrompts(turned, Ana).Next!.Session!.TurnedBy);
    }

    [Fact]
    public void Other_prompts_come_for_both_and_once()
    {
        var drawn = OtherPrompts(Both, Ben);

        Assert.Equal(["sessions.card match-1 1 1 to ana"], Tells(drawn));
        Assert.NotEqual(Both.Meetings.Deck.Of(Phase.Review, PromptKind.Scaffold), drawn.Next!.Deck.Of(Phase.Review, PromptKind.Scaffold));
        Assert.Equal(Both.Meetings.Deck.Of(Phase.Learn, PromptKind.Scaffold), drawn.Next.Deck.Of(Phase.Learn, PromptKind.Scaffold));
        Assert.False(Conducting.OtherPrompts(Both.Does(drawn).Together, Ana, Both.CardOf(Ana), Phase.Review, Both.Meetings.Deck.Draws[0]).Changes);
    }

    [Fact]
    public void A_quiet_card_stays_as_it_is_while_the_other_goes_on()
    {
        var quiet = Both.Does(one => Conducting.ShowJustPrompts(one.Together, Ana, one.CardOf(Ana), just: true, isShown: false));

        Assert.Empty(Turn(quiet, Ben, Phase.Review, Phase.Learn).Consequences);
        Assert.Empty(OtherPrompts(quiet, Ben).Consequences);
        Assert.Equal(["sessions.card match-1 1 1 to ben"], Tells(Conducting.Noted(quiet.Together, 1, [Phase.Review], quiet.Now)));
        Assert.Equal(Phase.Learn, quiet.Turns(Ben, Phase.Learn).Does(one => Conducting.ShowJustPrompts(one.Together, Ana, one.CardOf(Ana), just: false, isShown: true)).Session.Phase);
    }

    [Fact]
    public void What_was_decided_in_a_form_shows_on_ones_own_card_too()
    {
        Assert.Equal(["sessions.card match-1 1 1 to ana"], Tells(Conducting.ShowJustPrompts(Both.Together, Ana, Both.CardOf(Ana), just: true, isShown: false)));
        Assert.Equal(
            ["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"],
            Tells(Conducting.Turn(Both.Together, Ana, Both.CardOf(Ana), Phase.Review, Phase.Apply, isShown: false)));
    }

    [Fact]
    public void A_note_shows_on_both_cards_once()
    {
        var noted = Conducting.Noted(Both.Together, 1, [Phase.Learn], Both.Now);

        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"], Tells(noted));
        Assert.True(noted.Next!.Session!.IsTouched);
        Assert.False(Conducting.Noted(Both.Does(noted).Together, 1, [Phase.Learn], Both.Now).Changes);
        Assert.False(Conducting.Noted(Both.Together, 1, [], Both.Now).Changes);
    }

    [Fact]
    public void When_the_last_note_of_a_part_was_emptied_both_cards_say_so()
    {
        var noted = Both.Does(one => Conducting.Noted(one.Together, 1, [Phase.Learn, Phase.Apply], one.Now));

        var emptied = Conducting.Noted(noted.Together, 1, [Phase.Apply], noted.Now);

        Assert.Equal(Phase.Apply, Assert.Single(emptied.Next!.Session!.Noted));
        Assert.Equal(["sessions.card match-1 1 1 to ana", "sessions.card match-1 1 1 to ben"], Tells(emptied));
    }

    [Fact]
    public void A_question_shows_on_the_card_of_the_other_until_it_is_taken_back()
    {
        var asked = Conducting.Questioned(Both.Together, Ana, isThere: true);
        Assert.Equal(["sessions.card match-1 1 1 to ben"], Tells(asked));
        Assert.False(Conducting.Questioned(Both.Does(asked).Together, Ana, isThere: true).Changes);

        Assert.Empty(Conducting.Questioned(Both.Does(asked).Together, Ana, isThere: false).Next!.Questions);
    }

    [Fact]
    public void Coming_later_is_told_to_the_other_until_a_quarter_past()
    {
        var start = Monday + Duration.FromHours(1);
        var begun = New.Books(start).At(start).Ticks();

        Assert.Equal(["sessions.late match-1 1 10 to ben"], Tells(Later(begun, 10)));
        Assert.False(Later(begun.Does(Later(begun, 10)), 10).Changes);
        Assert.False(Later(begun, 11).Changes);
        Assert.False(Later(begun.After(Conducting.LateUntil), 10).Changes);
        Assert.False(Later(Both, 10).Changes);

        static Decision<Meetings, MeetingsOutcome> Later(Pair pair, int minutes) => Conducting.ComesLater(pair.Together, Ana, pair.CardOf(Ana), minutes, pair.Now);
    }

    [Fact]
    public void Only_the_two_and_only_on_the_card_that_they_have()
    {
        Assert.IsType<MeetingsOutcome.NotYours>(Conducting.Turn(Both.Together, Chidi, Both.CardOf(Ben), Phase.Review, Phase.Learn, true).Outcome);
        Assert.False(Conducting.Turn(Both.Together, Ben, new(1, 2), Phase.Review, Phase.Learn, true).Changes);
        Assert.False(Conducting.Turn(Both.Together, Ben, new(2, 1), Phase.Review, Phase.Learn, true).Changes);
        Assert.False(Conducting.Turn(New.Talks(Ana).Together, Ben, new(1, 1), Phase.Review, Phase.Learn, true).Changes);
    }

    private static Decision<Meetings, MeetingsOutcome> Turn(Pair pair, PersonId who, Phase from, Phase to) =>
        Conducting.Turn(pair.Together, who, pair.CardOf(who), from, to, isShown: true);

    private static Decision<Meetings, MeetingsOutcome> OtherPrompts(Pair pair, PersonId who) =>
        Conducting.OtherPrompts(pair.Together, who, pair.CardOf(who), pair.Session.Phase, pair.Meetings.Deck.Draws[(int)pair.Session.Phase]);
}
