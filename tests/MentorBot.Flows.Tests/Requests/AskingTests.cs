using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Schema;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Requests;

public sealed class AskingTests : IDisposable
{
    private static readonly (string, string) Needed = ("help", nameof(HelpWanted.Advice));
    private static readonly RequestState.Looking Looking = new(Asker.Later, Asker.Later, Told: false);
    private static readonly RequestState.Looking NotYet = Looking with { Told = true };

    private readonly FlowRoom room = Asker.Room();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("ask", RequestDialog.Name)]
    [InlineData("Find me someone", RequestDialog.Name)]
    [InlineData("I'd like a mentor", RequestDialog.Name)]
    [InlineData("mentor me", RequestDialog.Name)]
    [InlineData("I'd like to mentor", OfferDialog.Name)]
    [InlineData("mentor", OfferDialog.Name)]
    public async Task Who_asks_and_who_offers_are_told_apart(string typed, string dialog) =>
        Assert.Equal(dialog, Assert.IsType<Answer.Begins>(await room.Type(Ana, typed)).Dialog);

    [Fact]
    public async Task What_is_typed_beside_the_open_form_is_sent_there_kindly()
    {
        await room.Receive(Typed("ask"));
        await room.Receive(Typed("my night shifts wear me out"));

        Assert.Equal(2, room.Chat.Sent.Count);
        Assert.Equal("I only take that in the form, so that it stays yours. The button is on the card above. Or type “never mind”.", room.Chat.Sent[1].Text);
    }

    [Fact]
    public async Task A_form_sent_is_looked_for_at_once()
    {
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed, ("words", Asker.Words), ("never", Sam.Value), ("soon", nameof(HowSoon.ThisWeek))));

        var request = room.Requests[Asker.Id];
        Assert.Equal(FlowRoom.Start, Assert.IsType<RequestState.Looking>(request.State).SearchAt);
        Assert.Equal((Ana, FlowRoom.Start, HowSoon.ThisWeek), (request.Person, request.Since, request.Form.Soon));
        Assert.Equal(Confidential.From(Asker.Words), request.Form.Words);
        Assert.True(request.Form.NotThese.Includes(Sam));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_request()
    {
        await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed);
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed));

        Assert.Single(await room.Requests.Of(Ana, CancellationToken.None));
    }

    [Theory]
    [InlineData(RequestActions.Send)]
    [InlineData(RequestActions.Save)]
    public async Task An_unanswered_form_comes_back_with_everything_in_it(string action)
    {
        var json = Reopened(await room.Submit(
            Ana, action, Asker.Of, ("words", "night shifts"), ("line", "one line"), ("wished", Asker.Chidi.Value), ("never", "sam.whitaker,jun.park"), ("may-read", "true")));

        Assert.Contains("Please choose at least one. “I don't know yet” is a good answer.", json);
        Assert.All(["night shifts", "one line", "\"chidi.obi\"", "\"sam.whitaker,jun.park\"", "\"true\""], value => Assert.Contains(value, json));
        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
    }

    [Theory]
    [InlineData("words", 2001, 2000)]
    [InlineData("line", 141, 140)]
    public async Task A_text_that_is_too_long_comes_back_whole(string field, int length, int most)
    {
        var text = new string('a', length);
        var json = Reopened(await room.Submit(Ana, RequestActions.Keep, Asker.Of, Needed, (field, text)));

        Assert.Contains($"under {most} characters", json);
        Assert.Contains(text, json);
    }

    [Fact]
    public async Task A_form_is_kept_without_the_needed_answer_and_ask_shows_it()
    {
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, RequestActions.Keep, Asker.Of, ("words", Asker.Words)));

        Assert.IsType<RequestState.Kept>(room.Requests[Asker.Id].State);
        Assert.Contains("not sent", Shown(await room.Type(Ana, "ask")));
    }

    [Fact]
    public async Task To_name_somebody_is_to_ask_for_them_again_once_it_is_sent()
    {
        await room.Submit(Ana, RequestActions.Keep, Asker.Of, Needed, ("wished", Asker.Chidi.Value));
        Assert.Empty(room.PastPairs.Again);

        await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed, ("wished", Asker.Chidi.Value));
        Assert.Equal([(Ana, Asker.Chidi)], room.PastPairs.Again);
    }

    [Fact]
    public async Task After_a_relationship_has_ended_the_place_is_an_early_one()
    {
        var ended = Asker.Before(new RelationshipState.Ended(Asker.Chidi, Ending.HandedOver, FlowRoom.Start, Asker.Later));
        room.Relationships[Asker.Ended] = ended;
        await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed, (RequestActions.After, Asker.Ended.Value));

        Assert.Equal(ended.Since, room.Requests[Asker.Id].Since);
    }

    [Theory]
    [InlineData("chidi.obi", true)]
    [InlineData("jun.park", true)]
    [InlineData("ana.lima", false)]
    public async Task Nobody_gets_an_early_place_by_what_is_not_theirs_or_has_not_ended(string who, bool hasEnded)
    {
        room.Relationships[Asker.Ended] = Asker.Before(
            hasEnded ? new RelationshipState.Ended(Asker.Chidi, Ending.Stopped, FlowRoom.Start, Asker.Later) : new RelationshipState.Going(null));
        await room.Submit(new(who), RequestActions.Send, Asker.Of, Needed, (RequestActions.After, Asker.Ended.Value));

        Assert.Equal(FlowRoom.Start, room.Requests[Asker.Id].Since);
        Assert.DoesNotContain("broken", (await room.Open(new(who), RequestActions.Form, (RequestActions.After, Asker.Ended.Value))).Card.ToJson());
    }

    [Fact]
    public async Task More_than_a_few_nobody_has_open_and_what_was_written_stays()
    {
        room.Requests.Put(In("one"), In("two"), In("three"));
        var json = Reopened(await room.Submit(Ana, RequestActions.Send, Asker.Of, Needed, ("words", "night shifts")));

        Assert.Contains("You have as much open as I can keep at a time. You can change it, or withdraw something first.", json);
        Assert.Contains("night shifts", json);
        Assert.Equal(Requesting.MostOpen, (await room.Requests.Of(Ana, CancellationToken.None)).Length);
        Assert.Equal("You have as much open as I can keep at a time. You can change it, or withdraw something first.", Said(await room.Routes.Forms[RequestActions.Form](room.TurnOf(Ana), new([]), CancellationToken.None)));
    }

    [Fact]
    public async Task What_is_changed_while_somebody_is_asked_leaves_them_asked()
    {
        room.Requests.Put(Asker.In(Asker.Asking()));
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, RequestActions.Save, Asker.Of, Needed, ("line", "Another line")));

        var request = room.Requests[Asker.Id];
        Assert.Equal(Asker.Asking(), request.State);
        Assert.Equal(Confidential.From("Another line"), request.Form.Line);
    }

    [Fact]
    public async Task Withdrawing_frees_the_place_and_tells_who_was_asked_nothing_but_that_it_is_settled()
    {
        room.Requests.Put(Asker.In(Asker.Asking()));
        room.Mentors.Put(room.Mentors.Of(Asker.Chidi) with { Reserved = [Asker.Match], Asked = [new(Asker.Match, Ana, Asker.Id)] });

        Assert.Equal("Withdrawn, and what you wrote is erased. Type “ask” if you would like to begin again.", Said(await room.Submit(Ana, RequestActions.Withdraw, Asker.Of, (RequestActions.Whom, Asker.Chidi.Value))));
        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
        Assert.Equal(1, room.Mentors.Of(Asker.Chidi).Free);
        Assert.Empty(room.Mentors.Of(Asker.Chidi).Asked);
    }

    [Fact]
    public async Task What_was_answered_yes_meanwhile_is_not_withdrawn()
    {
        room.Requests.Put(Asker.In(new RequestState.Accepted(Asker.Match, Asker.Chidi, FlowRoom.Start, ByTurns: false)));

        Assert.Contains("Chidi Obi has just said yes", Said(await room.Submit(Ana, RequestActions.Withdraw, Asker.Of, (RequestActions.Whom, Asker.Chidi.Value))));
    }

    [Fact]
    public async Task To_erase_what_was_kept_does_not_erase_what_was_sent_meanwhile()
    {
        room.Requests.Put(Asker.In(Looking));
        Assert.Contains("I'm looking", Shown(await room.Press(Ana, RequestActions.Erase, Asker.Of)));
        room.Requests.Put(Asker.In(new RequestState.Kept(Asker.Later)));
        Assert.Contains("is erased", Shown(await room.Press(Ana, RequestActions.Erase, Asker.Of)));

        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
    }

    [Fact]
    public async Task After_nobody_was_found_there_are_other_ways()
    {
        room.Requests.Put(Asker.In(NotYet));
        Assert.Contains("knows that you would like a word", Shown(await room.Press(Ana, RequestActions.TalkWith, Asker.Of, (RequestActions.Round, "1"))));
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, RequestActions.Widen, Asker.Of, (SmallForms.Wider, nameof(Widening.OtherHours))));
        Assert.Equal(Widening.OtherHours, Assert.Single(room.Requests[Asker.Id].Form.Widened));

        room.Requests.Put(Asker.In(NotYet));
        Assert.Contains("You are fine with someone who is looking, too. Either of you may be shown to the other by name.", Shown(await room.Press(Ana, RequestActions.OpenToPeers, Asker.Of)));
        room.Requests.Put(Asker.In(NotYet));
        Assert.Contains("I'm looking", Shown(await room.Press(Ana, RequestActions.GoOn, Asker.Of)));
        Assert.Contains(room.Requests.Consequences, one => one is Consequence.Tell { Kind: RequestNotices.Word } tell && tell.Whom == Noor);
    }

    [Fact]
    public async Task A_card_after_which_a_newer_one_came_points_to_it()
    {
        room.Requests.Put(Asker.In(Asker.ChooseOne) with { Round = 2 });

        Assert.Equal((CardLife.Over, "There is a newer card below."), await Mine(1));
        Assert.Equal(CardLife.Follows, (await Mine(2)).Life);
    }

    [Fact]
    public async Task The_card_of_what_is_gone_or_was_answered_yes_is_over()
    {
        Assert.Equal((CardLife.Over, "Settled"), await Mine(1));
        room.Requests.Put(Asker.In(new RequestState.Accepted(Asker.Match, Asker.Chidi, FlowRoom.Start, ByTurns: false)));
        Assert.Equal((CardLife.Over, "Settled"), await Mine(1));
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_what_somebody_asks()
    {
        room.Requests.Put(Asker.In(Asker.ChooseOne));
        foreach (var (id, handle) in room.Routes.Presses.Concat(room.Routes.Forms).Concat(room.Routes.Submissions).Where(route => route.Key.StartsWith("requests.", StringComparison.Ordinal)))
        {
            var data = new Newtonsoft.Json.Linq.JObject { ["action"] = id, [RequestActions.Request] = Asker.Id.Value, [RequestActions.Whom] = Asker.Eva.Value };
            var shown = await handle(room.TurnOf(Jun), new(data), CancellationToken.None) switch
            {
                Answer.Opens opens => opens.Form.Card.ToJson(),
                Answer.Says says => says.Sentence,
                Answer.Becomes becomes => becomes.Card.ToJson(),
                _ => "",
            };
            Assert.DoesNotContain("broken", shown);
            Assert.DoesNotContain("Eva Meijer", shown);
        }

        Assert.Equal(Asker.In(Asker.ChooseOne), await room.Requests.Find(Ana, Asker.Id, CancellationToken.None));
    }

    private async Task<(CardLife Life, string First)> Mine(int round)
    {
        var notice = new Notice(RequestNotices.Mine, Ana.Value, RequestNotices.Card(Asker.Id, round), "4", Ana, null);
        var card = (await room.Routes.Notices[RequestNotices.Mine](notice, ReaderOf(Ana), CancellationToken.None))!;
        return (card.Life, ((AdaptiveCards.AdaptiveTextBlock)card.Card.Body[0]).Text);
    }

    private static Request In(string id) => Asker.In(Looking) with { Id = new(id) };

    private static Activity Typed(string text)
    {
        var activity = ActivityOf(Ana, ActivityTypes.Message);
        activity.Text = text;
        return activity;
    }

    private static string Said(Answer answer) => Assert.IsType<Answer.Says>(answer).Sentence;

    private static string Shown(Answer answer) => EveryCard.Only(answer).Json.ToString();

    private static string Reopened(Answer answer) => EveryCard.Only(Assert.IsType<Answer.Opens>(answer)).Json.ToString();
}
