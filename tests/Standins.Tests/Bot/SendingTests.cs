using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

public sealed class SendingTests
{
    [Fact]
    public async Task An_echo_goes_to_the_message_it_answers_from_the_bot_to_the_person()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync(MessageFactory.Text("you said " + turn.Activity.Text), cancel));

        var reply = await bot.Receives(channel.Said("hello"));

        Assert.Equal((HttpStatusCode.OK, ""), (reply.Status, reply.Text));
        var call = Assert.Single(channel.Calls);
        Assert.Equal("POST /teams/v3/conversations/a%3Achat/activities/in-1", call.Route);
        AssertJson(
            $$"""
            {
              "type": "message", "serviceUrl": "{{channel.ServiceUrl}}", "channelId": "msteams", "locale": "en-GB", "replyToId": "in-1",
              "from": { "id": "28:bot", "name": "MentorBot" },
              "recipient": { "id": "29:ana", "name": "Ana", "aadObjectId": "aad-ana" },
              "conversation": { "id": "a:chat", "conversationType": "personal", "tenantId": "tenant" },
              "text": "you said hello", "inputHint": "acceptingInput", "attachments": [], "entities": []
            }
            """,
            call.Body);
    }

    [Fact]
    public async Task A_request_says_which_software_sends_it_and_carries_no_token()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync("hello", cancellationToken: cancel));

        await bot.Receives(channel.Said("hello"));

        var headers = channel.Calls.Single().Headers;
        Assert.StartsWith("Microsoft-BotFramework/3.1 BotBuilder/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", headers["Content-Type"]);
        Assert.DoesNotContain("Authorization", headers.Keys);
        Assert.DoesNotContain("Expect", headers.Keys);
    }

    [Fact]
    public async Task An_outgoing_message_has_no_id_until_the_channel_gives_one()
    {
        await using var channel = await Channel.Start();
        var message = MessageFactory.Text("hello");
        message.Id = "mine";
        ResourceResponse? response = null;
        await using var bot = await BotServer.Start(async (turn, cancel) => response = await turn.SendActivityAsync(message, cancel));

        await bot.Receives(channel.Said("hello"));

        Assert.False(channel.Calls.Single().Body!.ContainsKey("id"));
        Assert.Equal(("out-1", "out-1"), (response!.Id, message.Id));
    }

    [Fact]
    public async Task A_channel_that_gives_no_id_leaves_it_empty()
    {
        await using var channel = await Channel.Start();
        channel.Answers = context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        };
        ResourceResponse? response = null;
        await using var bot = await BotServer.Start(async (turn, cancel) => response = await turn.SendActivityAsync("hello", cancellationToken: cancel));

        await bot.Receives(channel.Said("hello"));

        Assert.Equal("", response!.Id);
    }

    [Fact]
    public async Task What_answers_nothing_is_sent_to_the_conversation()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync("hello", cancellationToken: cancel));

        await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.Id = null));

        var call = channel.Calls.Single();
        Assert.Equal("POST /teams/v3/conversations/a%3Achat/activities", call.Route);
        Assert.False(call.Body!.ContainsKey("replyToId"));
    }

    [Fact]
    public async Task Ids_are_escaped_in_the_route()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync("hello", cancellationToken: cancel));

        await bot.Receives(channel.Sent(ActivityTypes.Message, activity =>
        {
            activity.Id = "1/2?3";
            activity.Conversation.Id = "19:x@thread.v2;messageid=1";
        }));

        Assert.Equal("POST /teams/v3/conversations/19%3Ax%40thread.v2%3Bmessageid%3D1/activities/1%2F2%3F3", channel.Calls.Single().Route);
    }

    [Fact]
    public async Task Several_messages_go_one_after_the_other_until_one_fails()
    {
        await using var channel = await Channel.Start();
        channel.Answers = context =>
        {
            context.Response.StatusCode = channel.Calls.Count < 2 ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivitiesAsync(
            [MessageFactory.Text("one"), MessageFactory.Text("two"), MessageFactory.Text("three")], cancel));

        var reply = await bot.Receives(channel.Said("hello"));

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Equal(["one", "two"], channel.Calls.Select(call => call.Body!.Value<string>("text")));
    }

    [Theory]
    [InlineData("msteams", 0)]
    [InlineData("emulator", 1)]
    public async Task A_trace_is_for_the_emulator_alone_and_is_no_response(string channelId, int calls)
    {
        await using var channel = await Channel.Start();
        bool? responded = null;
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Trace), cancel);
            responded = turn.Responded;
        });

        await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.ChannelId = channelId));

        Assert.Equal(calls, channel.Calls.Count);
        Assert.False(responded);
    }

    [Fact]
    public async Task A_message_is_a_response()
    {
        await using var channel = await Channel.Start();
        bool? responded = null;
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            await turn.SendActivityAsync("hello", cancellationToken: cancel);
            responded = turn.Responded;
        });

        await bot.Receives(channel.Said("hello"));

        Assert.True(responded);
    }

    [Fact]
    public async Task An_attachment_keeps_its_content_even_of_an_anonymous_type()
    {
        await using var channel = await Channel.Start();
        var attachment = new Attachment { ContentType = "application/x", Content = new { text = "kept", more = new { list = new[] { 1, 2 } } } };
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync(MessageFactory.Attachment(attachment), cancel));

        await bot.Receives(channel.Said("hello"));

        var body = channel.Calls.Single().Body!;
        Assert.Equal("list", body.Value<string>("attachmentLayout"));
        AssertJson("""[{ "contentType": "application/x", "content": { "text": "kept", "more": { "list": [1, 2] } } }]""", body["attachments"]);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_back_in_the_response()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: cancel);
            await turn.SendActivityAsync("two", cancellationToken: cancel);
        });

        var reply = await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.DeliveryMode = DeliveryModes.ExpectReplies));

        Assert.Equal(["one", "two"], reply.Json["activities"]!.Select(activity => activity.Value<string>("text")));
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task A_turn_that_is_over_sends_and_keeps_nothing()
    {
        await using var channel = await Channel.Start();
        ITurnContext? late = null;
        await using var bot = await BotServer.Start((turn, _) =>
        {
            late = turn;
            return Task.CompletedTask;
        });

        await bot.Receives(channel.Said("hello"));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => late!.SendActivityAsync("late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => late!.UpdateActivityAsync(MessageFactory.Text("late")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => late!.DeleteActivityAsync("late"));
        Assert.Throws<ObjectDisposedException>(() => late!.TurnState.Get<string>("late"));
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task Text_of_any_script_arrives_and_leaves_as_it_is()
    {
        var text = "Übung 🌱 שלום \u0000\u2028\" \\ " + new string('語', 20_000);
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync(MessageFactory.Text(turn.Activity.Text), cancel));

        await bot.Receives(channel.Said(text));

        Assert.Equal(text, channel.Calls.Single().Body!.Value<string>("text"));
    }

    [Theory]
    [InlineData("de-DE", "de-DE")]
    [InlineData("not a culture!", "")]
    public async Task The_locale_sets_the_culture_of_formats_but_not_of_resources(string locale, string culture)
    {
        await using var channel = await Channel.Start();
        var during = ("", "");
        await using var bot = await BotServer.Start((_, _) =>
        {
            during = (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        });
        var ambient = (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);

        await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.Locale = locale));

        Assert.Equal((culture.Length == 0 ? ambient.Item1 : culture, ambient.Item2), during);
    }

    internal static void AssertJson(string expected, JToken? actual)
        => Assert.Equal(Sorted(JToken.Parse(expected)).ToString(), Sorted(actual!).ToString());

    private static JToken Sorted(JToken token) => token switch
    {
        JObject json => new JObject(json.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray list => new JArray(list.Select(Sorted)),
        _ => token,
    };
}
