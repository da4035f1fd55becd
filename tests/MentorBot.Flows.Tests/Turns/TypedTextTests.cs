using MentorBot.Domain.Profiles;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>Typed text, and the conversation that may be open meanwhile, through the SDK's own dialogs.</summary>
public sealed class TypedTextTests : IDisposable
{
    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_nobody_understands_is_answered_kindly_and_shorter_the_second_time()
    {
        Assert.IsType<Answer.Posts>(await room.Type(Ana, "tell me a story"));
        Assert.True(room.Profiles.Of(Ana).Misunderstood);

        var second = Assert.IsType<Answer.Says>(await room.Type(Ana, "tell me a story"));

        Assert.Equal($"I didn't understand that either. Type “help” for the list, or write to Noor de Boer. Anything urgent: {FlowRoom.Programme.Contacts}.", second.Sentence);
    }

    [Fact]
    public async Task A_word_that_is_understood_makes_good_for_one_that_was_not()
    {
        await room.Type(Ana, "tell me a story");
        await room.Type(Ana, "help");

        Assert.False(room.Profiles.Of(Ana).Misunderstood);
        Assert.IsType<Answer.Posts>(await room.Type(Ana, "tell me a story"));
    }

    [Fact]
    public async Task The_coordinators_word_is_unknown_text_to_others()
    {
        Assert.IsType<Answer.Posts>(await room.Type(Noor, "desk"));
        Assert.False(room.Profiles.Of(Noor).Misunderstood);

        await room.Type(Ana, "desk");

        Assert.True(room.Profiles.Of(Ana).Misunderstood);
    }

    [Fact]
    public async Task A_file_is_not_opened()
    {
        var activity = ActivityOf(Ana, ActivityTypes.Message);
        activity.Attachments = [new Attachment { ContentType = "image/png", ContentUrl = "http://127.0.0.1/picture.png" }];

        var answer = await room.Get<TypedText>().Answer(room.TurnOf(Ana, activity), activity, CancellationToken.None);

        Assert.Equal("I can't open files, and I keep none. Words in a form are all I take.", Assert.IsType<Answer.Says>(answer).Sentence);
    }

    [Theory]
    [InlineData("hello", 0)]
    [InlineData("tell me a story", 0)]
    [InlineData("help", 1)]
    public async Task Somebody_new_is_welcomed_and_only_a_word_that_asks_for_something_is_answered_as_well(string typed, int cards)
    {
        room.Profiles.Set(Profile.Of(Ana));

        var answer = Assert.IsType<Answer.Posts>(await room.Type(Ana, typed));

        Assert.Equal(cards, answer.Cards.Count);
        Assert.Equal([Ana], room.Profiles.Welcomed);
        Assert.False(room.Profiles.Of(Ana).Misunderstood);
    }

    [Fact]
    public async Task Offering_opens_a_conversation_that_keeps_only_where_it_is()
    {
        await Say("offer");

        Assert.Equal(OfferDialog.Name, room.Profiles.Of(Ana).OpenDialog);
        var state = JObject.Parse(Assert.Single(room.States).Value);
        Assert.DoesNotContain(state.Descendants().OfType<JValue>(), value => value.Value is string text && text.Contains("offer.", StringComparison.Ordinal));
        Assert.Contains("Before you write anything", LastCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_while_the_form_is_meant_is_sent_there_as_often_as_it_takes()
    {
        await Say("offer");

        await Say("I have led teams for years");
        await Say("and I like to listen");

        Assert.All(room.Chat.Sent.TakeLast(2), message => Assert.StartsWith("I only take that in the form", message.Text, StringComparison.Ordinal));
        Assert.False(room.Profiles.Of(Ana).Misunderstood);
        Assert.DoesNotContain("teams", Assert.Single(room.States).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("never mind")]
    public async Task A_known_word_closes_the_conversation(string word)
    {
        await Say("offer");

        await Say(word);
        await Say("something");

        Assert.Null(room.Profiles.Of(Ana).OpenDialog);
        Assert.True(room.Profiles.Of(Ana).Misunderstood);
    }

    [Fact]
    public async Task Opening_the_form_leaves_the_conversation_open_and_its_other_buttons_close_it()
    {
        await Say("offer");
        await Invoke("task/fetch", new JObject { ["data"] = Data(OfferActions.Form) });
        Assert.Equal(OfferDialog.Name, room.Profiles.Of(Ana).OpenDialog);

        await Invoke("adaptiveCard/action", new JObject { ["action"] = new JObject { ["data"] = Data(OfferActions.NotNow) } });

        Assert.Null(room.Profiles.Of(Ana).OpenDialog);
    }

    [Fact]
    public async Task A_button_of_another_flow_leaves_the_conversation_open()
    {
        await Say("offer");

        await Invoke("adaptiveCard/action", new JObject { ["action"] = new JObject { ["data"] = Data(ActionIds.Help) } });

        Assert.Equal(OfferDialog.Name, room.Profiles.Of(Ana).OpenDialog);
    }

    [Fact]
    public async Task A_conversation_whose_state_was_lost_is_over_and_nothing_else_is()
    {
        await Say("offer");
        room.States.Clear();

        await Say("something");

        Assert.Null(room.Profiles.Of(Ana).OpenDialog);
        Assert.Contains("I know only a few words", LastCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_whose_state_cannot_be_read_is_over_and_nothing_else_is()
    {
        await Say("offer");
        room.States[room.States.Keys.Single()] = """{ "$type": "Unknown" }""";

        await Say("something");

        Assert.Null(room.Profiles.Of(Ana).OpenDialog);
        Assert.Contains("I know only a few words", LastCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offering_again_begins_afresh_with_one_conversation_open()
    {
        await Say("offer");
        var once = Assert.Single(room.States).Value;

        await Say("offer");

        Assert.Equal(once, Assert.Single(room.States).Value);
    }

    private Task Say(string text)
    {
        var activity = ActivityOf(Ana, ActivityTypes.Message);
        activity.Text = text;
        return room.Receive(activity);
    }

    private Task Invoke(string name, JObject value)
    {
        var activity = ActivityOf(Ana, ActivityTypes.Invoke);
        (activity.Name, activity.Value) = (name, value);
        return room.Receive(activity);
    }

    private static JObject Data(string action) => new() { ["action"] = action };

    private string LastCard() => room.Chat.Sent.Last(message => message.Attachments is { Count: > 0 }).Attachments[0].Content.ToString()!;
}
