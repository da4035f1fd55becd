using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Sessions;

/// <summary>The card for the conversation: who may press what, what the presser sees, and what of old cards.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly Talk talk = new();

    public static TheoryData<string> Presses =>
    [
        SessionActions.Turn, SessionActions.OtherPrompts, SessionActions.OneAtATime, SessionActions.Done, SessionActions.Show, SessionActions.Late, SessionActions.LateBy, SessionActions.NotNow,
        SessionActions.WeMet, SessionActions.Talk,
    ];

    public static TheoryData<string> Submissions => [SessionActions.GoThere, SessionActions.JustPrompts, SessionActions.WeMetInForm];

    public void Dispose() => talk.Dispose();

    [Theory]
    [MemberData(nameof(Presses))]
    public async Task Nobody_else_presses_anything(string action)
    {
        await talk.Begins();
        var before = talk.Meetings;

        Assert.Equal(Sentences.NotYours, await talk.Room.Press(Noor, action, [.. talk.Turning(Ana, Phase.Review, Phase.Learn), (SessionActions.Draws, "2"), (SessionActions.Minutes, "5")]));
        Assert.Same(before, talk.Meetings);
    }

    [Theory]
    [MemberData(nameof(Submissions))]
    public async Task Nobody_else_sends_a_form(string action)
    {
        await talk.Begins();
        var before = talk.Meetings;

        Assert.Equal(Sentences.NotYours, await talk.Room.Submit(Noor, action, talk.Turning(Ana, Phase.Review, Phase.Learn)));
        Assert.Same(before, talk.Meetings);
    }

    [Theory]
    [MemberData(nameof(Presses))]
    public async Task What_names_no_conversation_is_from_earlier(string action) => Assert.Equal(Sentences.OldCard, await talk.Room.Press(Ana, action));

    [Theory]
    [MemberData(nameof(Submissions))]
    public async Task A_form_that_names_no_conversation_is_from_earlier(string action) => Assert.Equal(Sentences.OldCard, await talk.Room.Submit(Ana, action));

    [Fact]
    public async Task The_answer_to_a_press_is_the_card_as_it_is_then()
    {
        await talk.Begins();

        var text = Read(await talk.Room.Press(Ana, SessionActions.Turn, talk.Turning(Ana, Phase.Review, Phase.Learn)));

        Assert.Contains("Learn · 2 of 4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("turned", text, StringComparison.Ordinal);
        Assert.Contains("Ana Lima turned to Learn. “Back” and “More” take you both elsewhere.", Text((await talk.CardOf(Asked.Chidi, 1))!.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_an_old_card_shows_the_current_one_and_changes_nothing()
    {
        await talk.Begins();
        var old = talk.Turning(Ana, Phase.Review, Phase.Learn);
        talk.Session = talk.Session with { Phase = Phase.Apply };
        var before = talk.Meetings;

        Assert.Contains("Apply · 3 of 4", Read(await talk.Room.Press(Ana, SessionActions.Turn, old)), StringComparison.Ordinal);
        Assert.Same(before, talk.Meetings);
    }

    [Fact]
    public async Task Both_at_once_are_told_that_it_was_turned_once()
    {
        await talk.Begins();
        var (mine, theirs) = (talk.Turning(Ana, Phase.Review, Phase.Learn), talk.Turning(Asked.Chidi, Phase.Review, Phase.Learn));
        await talk.Room.Press(Ana, SessionActions.Turn, mine);

        Assert.Contains("You both turned the page; I turned it once.", Read(await talk.Room.Press(Asked.Chidi, SessionActions.Turn, theirs)), StringComparison.Ordinal);
        Assert.Equal(Phase.Learn, talk.Session.Phase);
    }

    [Fact]
    public async Task A_card_that_has_a_newer_one_below_says_so_whatever_is_pressed()
    {
        await talk.Begins();
        var old = talk.Turning(Ana, Phase.Review, Phase.Learn);
        talk.Room.Clock.Advance(Duration.FromMinutes(2));

        Assert.Equal(new Answer.Says("Here it is, just below."), await talk.Room.Type(Ana, "talk"));
        Assert.Contains("There is a newer card below.", Read(await talk.Room.Press(Ana, SessionActions.Turn, old)), StringComparison.Ordinal);
        Assert.Equal(Phase.Review, talk.Session.Phase);
        Assert.Equal(CardLife.Over, (await talk.CardOf(Ana, 1))!.Life);
        Assert.Equal(CardLife.Follows, (await talk.CardOf(Ana, 2))!.Life);
    }

    [Fact]
    public async Task Who_has_asked_for_no_card_has_none()
    {
        Assert.Equal(new Answer.Says("Here it is, just below."), await talk.Room.Type(Ana, "Talk"));

        Assert.Null(await talk.CardOf(Asked.Chidi, 1));
        Assert.DoesNotContain("the card for your conversation", Read(await talk.Room.Type(Asked.Chidi, "where am i")), StringComparison.Ordinal);
        Assert.Contains("the card for your conversation is open", Read(await talk.Room.Type(Ana, "where am i")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_talk_with_nobody_says_how_to_find_someone()
    {
        talk.Room.Relationships.Clear();

        Assert.Contains("There is nobody yet", Assert.IsType<Answer.Says>(await talk.Room.Type(Ana, "talk")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_little_later_can_be_said_until_a_quarter_past()
    {
        await talk.Begins();
        Assert.Contains("A little late", Text((await talk.CardOf(Ana, 1))!.Card), StringComparison.Ordinal);

        talk.Room.Clock.Advance(Meetings.CardBefore + Conducting.LateUntil);

        Assert.DoesNotContain("A little late", Text((await talk.CardOf(Ana, 1))!.Card), StringComparison.Ordinal);
        Assert.Contains("Review · 1 of 4", Read(await talk.Room.Press(Ana, SessionActions.Late, talk.Ids(Ana))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_make_it_says_so_once_and_the_cards_are_settled()
    {
        await talk.Begins();
        (string, string)[] ids = [.. talk.Numbered, (SchedulingActions.Version, "0")];

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(new Answer.Says("Cancelled. Type “time” whenever you like."), await talk.Room.Submit(Ana, SchedulingActions.Cancel, ids));
        Assert.Equal(CardLife.Over, (await talk.CardOf(Asked.Chidi, 1))!.Life);
        Assert.Equal(SessionEnding.CalledOff, talk.Session.Ending);
    }

    [Fact]
    public async Task That_they_met_is_one_tap_and_the_other_is_not_told_who_pressed()
    {
        await talk.Begins();
        var ids = talk.Ids(Ana);

        foreach (var _ in new[] { 1, 2 })
            Assert.Contains("Good. I ask nothing more about it, unless one of you shares a note.", Read(await talk.Room.Submit(Ana, SessionActions.WeMetInForm, ids)), StringComparison.Ordinal);
        foreach (var one in new[] { Asked.Chidi, Ana })
            Assert.Contains("You two have talked, so this card is done.", Text((await talk.CardOf(one, 1))!.Card), StringComparison.Ordinal);
        Assert.Equal(1, talk.Meetings.Held);
    }

    [Fact]
    public async Task They_met_before_the_card_was_there()
    {
        talk.Meetings = talk.Meetings with { Booked = [new(1, 1, FlowRoom.Start + Duration.FromHours(6), 60, Ana)], Last = 1 };

        Assert.Contains("Good.", Read(await talk.Room.Press(Ana, SessionActions.WeMet, [.. Between.Ids, (SessionActions.Number, "1"), (SchedulingActions.Version, "1")])), StringComparison.Ordinal);
        Assert.Empty(talk.Meetings.Booked);
    }

    [Fact]
    public async Task A_card_of_an_earlier_conversation_says_that_it_is_closed()
    {
        await talk.Begins();
        var old = talk.Turning(Ana, Phase.Review, Phase.Learn);
        talk.Session = talk.Session with { Number = 2 };

        Assert.Contains("This one is closed.", Read(await talk.Room.Press(Ana, SessionActions.Turn, old)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_two_have_parted_the_card_is_settled_and_a_press_is_from_earlier()
    {
        await talk.Begins();
        var old = talk.Turning(Ana, Phase.Review, Phase.Learn);
        talk.Room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        await talk.Room.Get<IMeetings>().Decide(Between.Id, now => Conducting.Stop(now, FlowRoom.Start), default);

        Assert.Equal(Text(Card.Settled()), Text((await talk.CardOf(Asked.Chidi, 1))!.Card));
        Assert.Equal(Sentences.OldCard, await talk.Room.Press(Ana, SessionActions.Turn, old));

        talk.Room.Relationships.Clear();
        Assert.Equal(Text(Card.Settled()), Text((await talk.CardOf(Asked.Chidi, 1))!.Card));
    }

    [Fact]
    public async Task Who_has_left_the_directory_cannot_be_called()
    {
        talk.Room.Relationships[Between.Id] = Between.In(Between.Going()) with { Mentee = new("gone") };
        await talk.Begins();

        Assert.DoesNotContain("Join", Text((await talk.CardOf(Ana, 1))!.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "15", "25", "10", "8")]
    [InlineData(45, "11", "19", "8", "6")]
    [InlineData(30, "8", "12", "5", "4")]
    [InlineData(20, "5", "9", "3", "3")]
    public async Task Each_part_has_its_share_of_the_time(int whole, params string[] parts)
    {
        await talk.Begins();
        foreach (var (phase, minutes) in Enum.GetValues<Phase>().Zip(parts))
        {
            talk.Session = talk.Session with { Phase = phase, Minutes = whole };
            Assert.Contains($"about {minutes} minutes", Text((await talk.CardOf(Ana, 1))!.Card), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_prompt_stands_once() =>
        Assert.Equal(36, Enumerable.Range(0, 3).SelectMany(draw => Enum.GetValues<Phase>().SelectMany(phase => Prompts.Of(Drawn(draw, held: 1), phase))).Distinct().Count());

    [Fact]
    public void One_prompt_of_each_part_is_another_each_time() =>
        Assert.All(Enum.GetValues<Phase>(), phase => Assert.Equal(3, Enumerable.Range(0, 3).Select(draw => Prompts.One(Drawn(draw, held: 1), phase)).Distinct().Count()));

    [Fact]
    public void A_first_conversation_has_no_prompt_that_looks_back_on_one_before()
    {
        foreach (var draw in Enumerable.Range(0, 3))
            foreach (var phase in Enum.GetValues<Phase>())
                Assert.DoesNotContain(Prompts.Of(Drawn(draw, held: 0), phase), IsAboutOneBefore);
        Assert.Contains(Enumerable.Range(0, 3).SelectMany(draw => Prompts.Of(Drawn(draw, held: 1), Phase.Review)), IsAboutOneBefore);

        static bool IsAboutOneBefore(string prompt) =>
            new[] { "last time", "we last talked", "first came up between us", "our first conversation" }.Any(words => prompt.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void From_the_first_conversation_on_no_prompt_comes_again_before_all_were_seen()
    {
        var deck = Deck.New;
        var seen = new List<string>();
        for (var held = 0; held < Deck.PromptsOfAKind; held++)
        {
            deck = deck.DrawAll();
            seen.AddRange(Enum.GetValues<Phase>().SelectMany(phase => Prompts.Of(Meetings.Of(FlowRoom.Start) with { Deck = deck, Held = held }, phase)));
        }

        Assert.Equal(36, seen.Distinct().Count());
    }

    [Fact]
    public void Other_prompts_are_others_in_a_first_conversation_too()
    {
        var before = Meetings.Of(FlowRoom.Start) with { Deck = Deck.First };
        for (var pressed = 0; pressed < 2 * Deck.PromptsOfAKind; pressed++)
        {
            var after = Enum.GetValues<Phase>().Aggregate(before, (drawn, phase) => drawn with { Deck = drawn.Deck.Draw(phase) });
            foreach (var phase in Enum.GetValues<Phase>())
                foreach (var (one, other) in Prompts.Of(before, phase).Zip(Prompts.Of(after, phase)).Take(phase == Phase.Review ? 2 : 3))
                    Assert.NotEqual(one, other);
            before = after;
        }
    }

    private static Meetings Drawn(int draw, int held) => Meetings.Of(FlowRoom.Start) with { Deck = new([draw, draw, draw, draw]), Held = held };

    private static string Read(Answer answer) => answer switch
    {
        Answer.Becomes becomes => Text(becomes.Card),
        Answer.Posts { Cards: [var card] } => Text(card),
        _ => throw new InvalidOperationException($"{answer} shows no card."),
    };

    private static string Text(AdaptiveCard card) => string.Join('\n', CardAttachment.Json(card).DescendantsAndSelf().OfType<JValue>().Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
