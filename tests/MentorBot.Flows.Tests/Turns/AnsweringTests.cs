using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>How answers reach people: by what they did, and always with the same preview.</summary>
public sealed class AnsweringTests : IDisposable
{
    private const string Preview = "Something is here for you.";

    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("help")]
    [InlineData("hello")]
    [InlineData("offer")]
    [InlineData("where am i")]
    [InlineData("never mind")]
    [InlineData("something that nobody understands")]
    public async Task Every_message_has_the_same_preview(string typed)
    {
        await room.Receive(Typed(typed));

        Assert.All(room.Chat.Sent, message => Assert.Equal(Preview, message.Summary));
        Assert.NotEmpty(room.Chat.Sent);
    }

    [Fact]
    public async Task A_pressed_card_is_replaced_for_the_presser_and_in_the_chat()
    {
        var answer = await Press(OfferActions.NotNow);

        var shown = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (shown.StatusCode, shown.Type));
        var replaced = Assert.Single(room.Chat.Replaced);
        Assert.Equal(("77", Preview), (replaced.Id, replaced.Summary));
        Assert.True(JToken.DeepEquals(JToken.FromObject(shown.Value), JToken.FromObject(replaced.Attachments.Single().Content)));
    }

    [Fact]
    public async Task A_press_from_an_older_client_replaces_the_card_as_well()
    {
        var activity = Typed("");
        (activity.ReplyToId, activity.Value) = ("77", Data(OfferActions.NotNow));

        await room.Receive(activity);

        Assert.Equal(("77", Preview), (Assert.Single(room.Chat.Replaced).Id, room.Chat.Replaced[0].Summary));
        Assert.Empty(room.Chat.Sent);
    }

    [Fact]
    public async Task A_press_that_posts_says_so_in_place_and_posts_below()
    {
        var answer = await Press(ActionIds.Help);

        Assert.Equal("Here it is, just below.", Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).Value);
        Assert.Equal(Preview, Assert.Single(room.Chat.Sent).Summary);
        Assert.Empty(room.Chat.Replaced);
    }

    [Theory]
    [InlineData("offers.begin.v0")]
    [InlineData("")]
    [InlineData(OfferActions.Send)]
    [InlineData(OfferActions.Form)]
    public async Task An_id_that_is_no_button_of_a_card_is_an_old_card(string action)
    {
        var answer = Assert.IsType<AdaptiveCardInvokeResponse>((await Press(action)).Body);

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.StatusCode, answer.Type));
        Assert.StartsWith("This card is from earlier", (string)answer.Value, StringComparison.Ordinal);
        Assert.Empty(room.Chat.Sent);
        Assert.Empty(room.Chat.Replaced);
    }

    [Theory]
    [InlineData("adaptiveCard/action")]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("composeExtension/query")]
    [InlineData(null)]
    public async Task An_invoke_without_sense_is_answered_inside_200(string? name)
    {
        foreach (var value in new object?[] { null, "text", new JArray(1), new JObject { ["action"] = 7, ["data"] = "x" }, new JObject { ["action"] = new JObject { ["data"] = new JArray() } } })
        {
            var activity = ActivityOf(Ana, ActivityTypes.Invoke);
            (activity.Name, activity.Value) = (name!, value!);

            Assert.Equal(200, (await Invoked(activity)).Status);
        }
    }

    [Fact]
    public async Task An_error_in_a_press_is_an_apology_inside_200()
    {
        room.Offers.Problem = new IOException("inside");

        var answer = Assert.IsType<AdaptiveCardInvokeResponse>((await Press(OfferActions.Begin)).Body);

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.StatusCode, answer.Type));
        Assert.StartsWith("Sorry, something went wrong on my side, not yours. What you saved", (string)answer.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task/fetch", OfferActions.Form)]
    [InlineData("task/submit", OfferActions.Pause)]
    public async Task An_error_in_a_form_is_an_apology_in_its_place(string name, string action)
    {
        room.Offers.Problem = new IOException("inside");
        var activity = ActivityOf(Ana, ActivityTypes.Invoke);
        (activity.Name, activity.Value) = (name, new JObject { ["data"] = Data(action) });

        var answer = await Invoked(activity);

        var message = Assert.IsType<TaskModuleMessageResponse>(Assert.IsType<TaskModuleResponse>(answer.Body).Task);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("Sorry, something went wrong on my side, not yours. This form was not saved", message.Value, StringComparison.Ordinal);
    }

    private Task<InvokeResponse> Press(string action)
    {
        var activity = ActivityOf(Ana, ActivityTypes.Invoke);
        (activity.Name, activity.ReplyToId) = ("adaptiveCard/action", "77");
        activity.Value = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["data"] = Data(action) } };
        return Invoked(activity);
    }

    /// <summary>The answer travels as an activity of its own.</summary>
    private async Task<InvokeResponse> Invoked(Activity activity)
    {
        await room.Receive(activity);
        var answer = Assert.Single(room.Chat.Sent, sent => sent.Type == ActivityTypesEx.InvokeResponse);
        room.Chat.Sent.Remove(answer);
        return (InvokeResponse)answer.Value;
    }

    private static Activity Typed(string text)
    {
        var activity = ActivityOf(Ana, ActivityTypes.Message);
        activity.Text = text;
        return activity;
    }

    private static JObject Data(string action) => new() { ["action"] = action };
}
