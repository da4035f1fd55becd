using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Matching;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Matching;

/// <summary>Whoever is asked answers: on the card, in the form, late, twice, and in somebody else's place.</summary>
public sealed class AnsweringTests : IDisposable
{
    private readonly FlowRoom room = Asked.Room();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_yes_becomes_the_card_of_the_two()
    {
        var card = Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids));

        Assert.Equal(Shown("two-you-said-yes-without-a-time"), card);
        Assert.IsType<RequestState.Accepted>(room.Requests[Asked.Id].State);
    }

    [Fact]
    public async Task A_yes_pressed_twice_is_one_yes()
    {
        var first = Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids));
        var request = room.Requests[Asked.Id];

        Assert.Equal(first, Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
        Assert.Equal(request, room.Requests[Asked.Id]);
    }

    [Fact]
    public async Task A_yes_pressed_after_the_relationship_is_open_shows_the_two()
    {
        room.Requests.Clear();
        room.Relationships[Between.Id] = Between.In(Between.Going());

        Assert.Equal(Shown("two-you-said-yes-without-a-time"), Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
        Assert.Equal(Shown("two-you-said-yes-without-a-time"), Becomes(await room.Press(Ana, MatchingActions.NotNow, Asked.Ids)));
    }

    [Fact]
    public async Task What_they_wrote_can_be_read_right_after_the_yes()
    {
        await room.Press(Ana, MatchingActions.Yes, Asked.Ids);

        var form = await room.Open(Ana, RelationshipActions.Read, [.. Between.Ids, .. Asked.Ids]);

        Assert.Equal(EveryCard.All["form-two-read"].Snapshot.ToString(), ShownCard.Of(form).Snapshot.ToString());
    }

    [Fact]
    public async Task Before_the_yes_nobody_reads_what_they_wrote()
    {
        foreach (var who in new[] { Ana, Asked.Chidi, Noor })
            Assert.Equal(Sentences.OldCard, await Opened(who, RelationshipActions.Read));
    }

    [Fact]
    public async Task Nobody_but_the_mentor_reads_what_they_wrote()
    {
        await room.Press(Ana, MatchingActions.Yes, Asked.Ids);

        foreach (var who in new[] { Asked.Chidi, Noor, Sam })
            Assert.Equal(Sentences.NotYours, await Opened(who, RelationshipActions.Read));
    }

    [Fact]
    public async Task A_not_now_is_thanked_for()
    {
        Assert.Equal(Shown("asked-thanked"), Becomes(await room.Press(Ana, MatchingActions.NotNow, Asked.Ids)));
        Assert.NotNull(Assert.IsType<RequestState.Asking>(room.Requests[Asked.Id].State).TellAt);
    }

    [Fact]
    public async Task A_yes_after_a_not_now_is_too_late()
    {
        await room.Press(Ana, MatchingActions.NotNow, Asked.Ids);

        Assert.Equal(Settled, Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
        Assert.Null(room.Requests[Asked.Id].Open);
    }

    [Fact]
    public async Task A_question_that_is_gone_is_settled()
    {
        room.Requests.Clear();

        Assert.Equal(Settled, Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
        Assert.Equal(Settled, Becomes(await room.Press(Ana, MatchingActions.NotNow, Asked.Ids)));
        Assert.Equal(Sentences.OldCard, await Opened(Ana, MatchingActions.More));
        Assert.Equal(Sentences.Settled, await room.Submit(Ana, MatchingActions.YesInForm, Asked.Ids));
        Assert.Equal(Sentences.Settled, await room.Submit(Ana, MatchingActions.NotNowInForm, Asked.Ids));
    }

    [Fact]
    public async Task Who_cannot_be_introduced_any_more_reads_only_that_it_is_settled()
    {
        room.Mentors[0] = room.Mentors[0] with { Standing = MentorStanding.Paused };

        Assert.Equal(Settled, Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
        Assert.Null(room.Requests[Asked.Id].Open);
    }

    [Fact]
    public async Task Nobody_answers_in_the_place_of_whoever_is_asked()
    {
        var before = room.Requests[Asked.Id];
        foreach (var who in new[] { Asked.Chidi, Noor, Sam })
        {
            Assert.Equal(Sentences.NotYours, await room.Press(who, MatchingActions.Yes, Asked.Ids));
            Assert.Equal(Sentences.NotYours, await room.Press(who, MatchingActions.NotNow, Asked.Ids));
            Assert.Equal(Sentences.NotYours, await Opened(who, MatchingActions.More));
            Assert.Equal(Sentences.NotYours, await room.Submit(who, MatchingActions.YesInForm, Asked.Ids));
            Assert.Equal(Sentences.NotYours, await room.Submit(who, MatchingActions.NotNowInForm, Asked.Ids));
            Assert.Equal([Settled], Posted(await room.Press(who, MatchingActions.Show, Asked.Ids)));
        }

        Assert.Equal(before, room.Requests[Asked.Id]);
    }

    [Fact]
    public async Task A_press_that_names_no_question_is_from_earlier()
    {
        foreach (var press in new[] { MatchingActions.Yes, MatchingActions.NotNow, MatchingActions.Show })
            Assert.Equal(Sentences.OldCard, await room.Press(Ana, press));
        foreach (var submit in new[] { MatchingActions.YesInForm, MatchingActions.NotNowInForm })
            Assert.Equal(Sentences.OldCard, await room.Submit(Ana, submit));
    }

    [Fact]
    public async Task In_the_form_a_yes_closes_it_and_a_not_now_is_thanked_for()
    {
        using var other = Asked.Room();

        Assert.IsType<Answer.Closes>(await room.Submit(Ana, MatchingActions.YesInForm, Asked.Ids));
        Assert.Equal(
            new Answer.Says("Thank you for telling me. Chidi Obi reads only that it didn't come about."), await other.Submit(Ana, MatchingActions.NotNowInForm, Asked.Ids));
    }

    [Fact]
    public async Task Where_am_i_has_a_line_for_each_question_and_shows_its_card_again()
    {
        Assert.Equal([Shown("asked")], Posted(await room.Press(Ana, MatchingActions.Show, Asked.Ids)));

        room.Requests.Put(Asked.In(Asked.SaidYes));
        Assert.Equal(Shown("where-nothing"), Assert.Single(Posted(await room.Type(Ana, "where am i"))));
    }

    [Fact]
    public async Task The_card_follows_the_question()
    {
        Assert.Equal((Shown("asked"), CardLife.Follows), await Notified(RequestNotices.Ask));

        room.Requests.Put(Asked.In(Asked.Waiting(reminded: true)));
        Assert.Equal((Text(Card.Newer()), CardLife.Over), await Notified(RequestNotices.Ask));
        Assert.Equal((Shown("asked-reminder"), CardLife.Follows), await Notified(RequestNotices.Reminder));
    }

    [Theory]
    [InlineData(RequestNotices.Ask)]
    [InlineData(RequestNotices.Reminder)]
    public async Task An_answered_question_is_the_card_of_the_two_or_settled(string notice)
    {
        room.Requests.Put(Asked.In(Asked.SaidYes));
        Assert.Equal((Shown("two-you-said-yes-without-a-time"), CardLife.Over), await Notified(notice));

        room.Requests.Put(Asked.In(Asked.Waiting() with { TellAt = Asked.Until }));
        Assert.Equal((Settled, CardLife.Over), await Notified(notice));

        room.Requests.Clear();
        Assert.Equal((Settled, CardLife.Over), await Notified(notice));
    }

    [Fact]
    public async Task A_question_put_to_somebody_else_since_then_shows_nothing_to_the_one_before()
    {
        room.Requests.Put(Asked.In(Asked.Waiting() with { Match = new("another"), Whom = Sam }));

        Assert.Equal((Settled, CardLife.Over), await Notified(RequestNotices.Ask));
        Assert.Equal(Settled, Becomes(await room.Press(Ana, MatchingActions.Yes, Asked.Ids)));
    }

    private static string Settled => Text(Card.Settled());

    private static string Shown(string name) => EveryCard.All[name].Json.ToString();

    private static string Text(AdaptiveCard card) => CardAttachment.Json(card).ToString();

    private static string Becomes(Answer answer) => Text(Assert.IsType<Answer.Becomes>(answer).Card);

    private static IEnumerable<string> Posted(Answer answer) => Assert.IsType<Answer.Posts>(answer).Cards.Select(Text);

    private Task<Answer> Opened(PersonId who, string action) => room.Routes.Forms[action](
        room.TurnOf(who), FlowRoom.Of([.. Between.Ids, .. Asked.Ids]), CancellationToken.None);

    private async Task<(string Card, CardLife Life)> Notified(string kind)
    {
        var notice = new Notice(kind, "", RequestNotices.Question(Asked.Chidi, Asked.Id, Asked.Match), "5", Ana, "1");
        Reader.Speak(ReaderOf(Ana).Culture);
        var card = await room.Routes.Notices[kind](notice, ReaderOf(Ana), CancellationToken.None);
        return (Text(card!.Card), card.Life);
    }
}
