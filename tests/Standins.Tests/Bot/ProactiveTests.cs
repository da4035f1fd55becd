using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace Standins.Tests.Bot;

public sealed class ProactiveTests
{
    [Fact]
    public async Task A_proactive_turn_is_an_event_from_the_person_with_an_id_of_its_own()
    {
        await using var channel = await Channel.Start();
        var reference = channel.Said("hello").GetConversationReference();
        var turns = new List<Activity>();

        for (var i = 0; i < 2; i++)
        {
            await new CloudAdapter().ContinueConversationAsync(
                "",
                reference,
                (turn, _) =>
                {
                    turns.Add(turn.Activity);
                    return Task.CompletedTask;
                },
                default);
        }

        Assert.All(turns, activity =>
        {
            Assert.Equal((ActivityTypes.Event, ActivityEventNames.ContinueConversation), (activity.Type, activity.Name));
            Assert.Equal(("29:ana", "28:bot", "a:chat"), (activity.From.Id, activity.Recipient.Id, activity.Conversation.Id));
            Assert.Equal(("msteams", channel.ServiceUrl, "en-GB"), (activity.ChannelId, activity.ServiceUrl, activity.Locale));
            Assert.True(Guid.TryParse(activity.Id, out var _));
            Assert.Same(reference, activity.RelatesTo);
        });
        Assert.NotEqual(turns[0].Id, turns[1].Id);
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task A_call_out_brings_what_the_credentials_put_on_it_for_that_app_and_the_channel()
    {
        await using var channel = await Channel.Start();
        var credentials = new Credentials();
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build(), credentials));

        await adapter.ContinueConversationAsync(
            "the-app",
            channel.Said("hello").GetConversationReference(),
            async (turn, cancel) =>
            {
                turn.Activity.Id = null;
                var id = (await turn.SendActivityAsync("first", cancellationToken: cancel)).Id;
                await turn.DeleteActivityAsync(id, cancel);
            },
            default);

        Assert.Equal(["Bearer of-the-app", "Bearer of-the-app"], channel.Calls.Select(call => call.Headers["Authorization"]));
        Assert.Contains(("the-app", "https://api.botframework.com"), credentials.Asked);
    }

    [Fact]
    public async Task A_proactive_message_seems_to_answer_that_made_up_id_until_it_is_cleared()
    {
        await using var channel = await Channel.Start();
        var made = "";

        await new CloudAdapter().ContinueConversationAsync(
            "",
            channel.Said("hello").GetConversationReference(),
            async (turn, cancel) =>
            {
                made = turn.Activity.Id;
                await turn.SendActivityAsync("first", cancellationToken: cancel);
                turn.Activity.Id = null;
                await turn.SendActivityAsync("second", cancellationToken: cancel);
            },
            default);

        Assert.Equal(
            [$"POST /teams/v3/conversations/a%3Achat/activities/{made}", "POST /teams/v3/conversations/a%3Achat/activities"],
            channel.Calls.Select(call => call.Route));
        Assert.Equal(("28:bot", "29:ana"), (channel.Calls[1].Body!["from"]!.Value<string>("id"), channel.Calls[1].Body!["recipient"]!.Value<string>("id")));
    }

    [Fact]
    public async Task A_failing_proactive_turn_goes_to_OnTurnError_or_else_to_the_caller()
    {
        await using var channel = await Channel.Start();
        var reference = channel.Said("hello").GetConversationReference();
        var adapter = new CloudAdapter();
        Task Broken(ITurnContext turn, CancellationToken cancellationToken) => throw new InvalidOperationException("broken");

        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.ContinueConversationAsync("", reference, Broken, default));

        Exception? taken = null;
        adapter.OnTurnError = (_, failure) =>
        {
            taken = failure;
            return Task.CompletedTask;
        };
        await adapter.ContinueConversationAsync("", reference, Broken, default);
        Assert.Equal("broken", taken?.Message);
    }

    private sealed class Credentials : ServiceClientCredentialsFactory
    {
        public List<(string AppId, string Audience)> Asked { get; } = [];

        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == "the-app");

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        {
            Asked.Add((appId, audience));
            return Task.FromResult<ServiceClientCredentials>(new OfTheApp());
        }

        private sealed class OfTheApp : ServiceClientCredentials
        {
            public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.Authorization = new("Bearer", "of-the-app");
                return Task.CompletedTask;
            }
        }
    }
}
