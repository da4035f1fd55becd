using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Standins.Tests.Bot;

public sealed class ConnectorTests
{
    [Fact]
    public async Task An_update_replaces_the_message_of_its_id()
    {
        await using var channel = await Channel.Start();
        ResourceResponse? response = null;
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            var message = MessageFactory.Text("changed");
            message.Id = "card-1";
            response = await turn.UpdateActivityAsync(message, cancel);
        });

        Assert.Equal(HttpStatusCode.OK, (await bot.Receives(channel.Said("hello"))).Status);

        var call = channel.Calls.Single();
        Assert.Equal("PUT /teams/v3/conversations/a%3Achat/activities/card-1", call.Route);
        Assert.Equal(
            ("card-1", "changed", "28:bot", "29:ana"),
            (call.Body!.Value<string>("id"), call.Body.Value<string>("text"), call.Body["from"]!.Value<string>("id"), call.Body["recipient"]!.Value<string>("id")));
        Assert.Equal("out-1", response!.Id);
    }

    [Fact]
    public async Task A_message_is_deleted_by_its_id_or_by_reference()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            await turn.DeleteActivityAsync("card-1", cancel);
            var reference = turn.Activity.GetConversationReference();
            reference.ActivityId = "card-2";
            await turn.DeleteActivityAsync(reference, cancel);
        });

        Assert.Equal(HttpStatusCode.OK, (await bot.Receives(channel.Said("hello"))).Status);

        Assert.Equal(
            ["DELETE /teams/v3/conversations/a%3Achat/activities/card-1", "DELETE /teams/v3/conversations/a%3Achat/activities/card-2"],
            channel.Calls.Select(call => call.Route));
        Assert.All(channel.Calls, call => Assert.Null(call.Body));
    }

    [Fact]
    public async Task A_refusal_tells_status_headers_and_reason()
    {
        await using var channel = await Channel.Start();
        channel.Answers = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "7";
            await context.Response.WriteAsync("""{ "error": { "code": "Throttled", "message": "slower" } }""");
        };
        var failures = new List<ErrorResponseException>();
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            failures.Add(await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hello", cancellationToken: cancel)));
            failures.Add(await Assert.ThrowsAsync<ErrorResponseException>(() => turn.DeleteActivityAsync("card-1", cancel)));
        });

        Assert.Equal(HttpStatusCode.OK, (await bot.Receives(channel.Said("hello"))).Status);

        Assert.Equal(2, failures.Count);
        Assert.All(failures, failure =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, failure.Response.StatusCode);
            Assert.Equal(["7"], failure.Response.Headers["Retry-After"]);
            Assert.Equal(("Throttled", "slower"), (failure.Body.Error.Code, failure.Body.Error.Message));
            Assert.Contains("Throttled", failure.Response.Content, StringComparison.Ordinal);
        });
        Assert.Equal([HttpMethod.Post, HttpMethod.Delete], failures.Select(failure => failure.Request.Method));
    }

    [Fact]
    public async Task A_refusal_in_other_words_than_json_has_no_body()
    {
        await using var channel = await Channel.Start();
        channel.Answers = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await context.Response.WriteAsync("<html>Bad gateway</html>");
        };
        ErrorResponseException? failure = null;
        await using var bot = await BotServer.Start(async (turn, cancel)
            => failure = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hello", cancellationToken: cancel)));

        await bot.Receives(channel.Said("hello"));

        Assert.Equal((HttpStatusCode.BadGateway, "<html>Bad gateway</html>"), (failure!.Response.StatusCode, failure.Response.Content));
        Assert.Null(failure.Body);
    }

    [Fact]
    public async Task The_connector_of_the_turn_can_be_called_by_itself()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            var conversations = turn.TurnState.Get<IConnectorClient>().Conversations;
            var id = turn.Activity.Conversation.Id;
            await conversations.SendToConversationAsync(id, MessageFactory.Text("sent"), cancel);
            await conversations.ReplyToActivityAsync(id, "m-1", MessageFactory.Text("replied"), cancel);
            await conversations.UpdateActivityAsync(id, "m-2", MessageFactory.Text("updated"), cancel);
            await conversations.DeleteActivityAsync(id, "m-3", cancel);
        });

        Assert.Equal(HttpStatusCode.OK, (await bot.Receives(channel.Said("hello"))).Status);

        Assert.Equal(
            [
                "POST /teams/v3/conversations/a%3Achat/activities",
                "POST /teams/v3/conversations/a%3Achat/activities/m-1",
                "PUT /teams/v3/conversations/a%3Achat/activities/m-2",
                "DELETE /teams/v3/conversations/a%3Achat/activities/m-3",
            ],
            channel.Calls.Select(call => call.Route));
    }

    [Fact]
    public async Task A_service_url_without_a_slash_at_its_end_serves_as_well()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync("hello", cancellationToken: cancel));

        await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.ServiceUrl = activity.ServiceUrl.TrimEnd('/')));

        Assert.Equal("POST /teams/v3/conversations/a%3Achat/activities/in-1", channel.Calls.Single().Route);
    }
}
