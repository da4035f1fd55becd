using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

public sealed class InvokeTests
{
    [Fact]
    public async Task The_answer_to_an_invoke_is_the_http_response()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(new Answering((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse
        {
            Status = 200,
            Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "Done ✓" },
        })));

        var reply = await bot.Receives(channel.Invoked("anything", null));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.ContentType!.MediaType));
        SendingTests.AssertJson("""{ "statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Done ✓" }""", reply.Json);
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task Nulls_and_what_has_no_setter_are_left_out_of_the_answer()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(new Answering((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse
        {
            Status = 201,
            Body = new JObject { ["anonymous"] = "kept as JSON" },
        })));
        await using var careless = await BotServer.Start(new Answering((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse
        {
            Status = 200,
            Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Value = new { anonymous = "lost" } },
        })));

        var kept = await bot.Receives(channel.Invoked("anything", null));
        var lost = await careless.Receives(channel.Invoked("anything", null));

        Assert.Equal(HttpStatusCode.Created, kept.Status);
        SendingTests.AssertJson("""{ "anonymous": "kept as JSON" }""", kept.Json);
        SendingTests.AssertJson("""{ "statusCode": 200, "value": {} }""", lost.Json);
    }

    [Fact]
    public async Task An_invoke_that_nothing_answers_is_not_implemented()
    {
        await using var channel = await Channel.Start();
        await using var silent = await BotServer.Start(new Answering((_, _) => Task.FromResult<InvokeResponse?>(null)));
        await using var plain = await BotServer.Start(new TeamsActivityHandler());

        foreach (var bot in new[] { silent, plain })
        {
            var reply = await bot.Receives(channel.Invoked("never/heard/of", null));
            Assert.Equal((HttpStatusCode.NotImplemented, ""), (reply.Status, reply.Text));
        }
    }

    [Fact]
    public async Task A_failing_invoke_is_not_implemented_once_OnTurnError_took_the_failure()
    {
        await using var channel = await Channel.Start();
        var adapter = new CloudAdapter { OnTurnError = (_, _) => Task.CompletedTask };
        await using var bot = await BotServer.Start(new Answering((_, _) => throw new InvalidOperationException("broken")), adapter);

        var reply = await bot.Receives(channel.Invoked("anything", null));

        Assert.Equal((HttpStatusCode.NotImplemented, ""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task OnTurnError_can_answer_in_place_of_the_handler()
    {
        await using var channel = await Channel.Start();
        var adapter = new CloudAdapter
        {
            OnTurnError = (turn, _) => turn.SendActivityAsync(Response(200, "sorry")),
        };
        await using var bot = await BotServer.Start(new Answering((_, _) => throw new InvalidOperationException("broken")), adapter);

        var reply = await bot.Receives(channel.Invoked("anything", null));

        Assert.Equal((HttpStatusCode.OK, "\"sorry\""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task A_second_answer_throws_and_the_first_one_stands()
    {
        await using var channel = await Channel.Start();
        Exception? second = null;
        await using var bot = await BotServer.Start(async (turn, cancel) =>
        {
            await turn.SendActivityAsync(Response(200, "first"), cancel);
            second = await Record.ExceptionAsync(() => turn.SendActivityAsync(Response(200, "second"), cancel));
        });

        var reply = await bot.Receives(channel.Invoked("anything", null));

        Assert.IsAssignableFrom<ArgumentException>(second);
        Assert.Equal("\"first\"", reply.Text);
    }

    [Fact]
    public async Task What_was_answered_during_the_turn_goes_before_what_is_returned()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(new Answering(async (turn, cancel) =>
        {
            await turn.SendActivityAsync(Response(200, "first"), cancel);
            return new InvokeResponse { Status = 200, Body = "second" };
        }));

        Assert.Equal("\"first\"", (await bot.Receives(channel.Invoked("anything", null))).Text);
    }

    [Fact]
    public async Task A_cards_action_reaches_its_handler_and_its_answer_the_card()
    {
        await using var channel = await Channel.Start();
        var bot = new Cards();
        await using var server = await BotServer.Start(bot);

        var reply = await server.Receives(channel.Invoked("adaptiveCard/action", new
        {
            action = new { type = "Action.Execute", id = "a", verb = "offers.submit.v1", data = new { places = "3" } },
            trigger = "manual",
        }));

        Assert.Equal(("a", "offers.submit.v1", "3"), (bot.Pressed!.Id, bot.Pressed.Verb, ((JObject)bot.Pressed.Data).Value<string>("places")));
        Assert.Equal((HttpStatusCode.OK, "pressed"), (reply.Status, reply.Json.Value<string>("value")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "action": "press" }""")]
    [InlineData("""{ "action": { "type": "Action.Submit" } }""")]
    [InlineData("""{ "action": { "verb": "offers.submit.v1" } }""")]
    public async Task A_malformed_action_is_a_bad_request_with_an_error_inside(string? value)
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(new Cards());

        var reply = await bot.Receives(channel.Invoked("adaptiveCard/action", value == null ? null : JToken.Parse(value)));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal((400, "application/vnd.microsoft.error"), (reply.Json.Value<int>("statusCode"), reply.Json.Value<string>("type")));
        Assert.NotNull(reply.Json["value"]!.Value<string>("code"));
        Assert.NotNull(reply.Json["value"]!.Value<string>("message"));
    }

    [Fact]
    public async Task A_form_goes_out_as_Teams_reads_it_and_so_do_last_words()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(new Answering((turn, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse
        {
            Status = 200,
            Body = new TaskModuleResponse
            {
                Task = turn.Activity.Name == "task/submit"
                    ? new TaskModuleMessageResponse("thank you")
                    : new TaskModuleContinueResponse(new TaskModuleTaskInfo
                    {
                        Title = "offers",
                        Height = "medium",
                        Width = 400,
                        Card = new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = new JObject { ["type"] = "AdaptiveCard" } },
                    }),
            },
        })));

        var fetched = await bot.Receives(channel.Invoked("task/fetch", null));
        var submitted = await bot.Receives(channel.Invoked("task/submit", null));

        SendingTests.AssertJson(
            """
            { "task": { "type": "continue", "value": { "title": "offers", "height": "medium", "width": 400,
              "card": { "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard" } } } } }
            """,
            fetched.Json);
        SendingTests.AssertJson("""{ "task": { "type": "message", "value": "thank you" } }""", submitted.Json);
    }

    private static Activity Response(int status, object body) => new(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = status, Body = body } };

    private sealed class Answering(Func<ITurnContext, CancellationToken, Task<InvokeResponse?>> answer) : TeamsActivityHandler
    {
        protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
            => (await answer(turnContext, cancellationToken))!;
    }

    private sealed class Cards : TeamsActivityHandler
    {
        public AdaptiveCardInvokeAction? Pressed { get; private set; }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Pressed = invokeValue.Action;
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "pressed" });
        }
    }
}
