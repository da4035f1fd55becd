using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

public sealed class ReceivingTests
{
    [Fact]
    public async Task Everything_that_Teams_sends_is_read()
    {
        await using var channel = await Channel.Start();
        Activity? seen = null;
        await using var bot = await BotServer.Start((turn, _) => Keep(turn.Activity, out seen));

        await bot.Receives($$"""
            {
              "type": "message", "id": "1", "channelId": "msteams", "serviceUrl": "{{channel.ServiceUrl}}", "replyToId": "0",
              "timestamp": "2026-11-21T20:15:30.123Z", "localTimestamp": "2026-11-21T22:15:30.123+02:00", "localTimezone": "Europe/Helsinki",
              "from": { "id": "29:ana", "name": "Ana", "aadObjectId": "aad", "userRole": "member" },
              "recipient": { "id": "28:bot", "name": "MentorBot" },
              "conversation": { "id": "a:chat", "conversationType": "personal", "tenantId": "tenant", "isGroup": false },
              "text": "2026-11-21", "textFormat": "plain", "locale": "fi-FI", "value": { "verb": "offers.submit.v1", "places": "3" },
              "entities": [{ "type": "clientInfo", "locale": "fi-FI", "timezone": "Europe/Helsinki" }],
              "channelData": { "tenant": { "id": "tenant" }, "eventType": "none", "other": 1 },
              "suggestion": { "new": true }
            }
            """);

        Assert.NotNull(seen);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 20, 15, 30, 123, TimeSpan.Zero), seen.Timestamp);
        Assert.Equal(TimeSpan.FromHours(2), seen.LocalTimestamp!.Value.Offset);
        Assert.Equal(("Europe/Helsinki", "fi-FI", "2026-11-21", "plain"), (seen.LocalTimezone, seen.Locale, seen.Text, seen.TextFormat));
        Assert.Equal(("29:ana", "aad", "member"), (seen.From.Id, seen.From.AadObjectId, seen.From.Properties.Value<string>("userRole")));
        Assert.Equal(("personal", "tenant", (bool?)false), (seen.Conversation.ConversationType, seen.Conversation.TenantId, seen.Conversation.IsGroup));
        Assert.Equal("Europe/Helsinki", seen.Entities.Single(entity => entity.Type == "clientInfo").Properties.Value<string>("timezone"));
        Assert.Equal(("tenant", "none"), (((JObject)seen.ChannelData)["tenant"]!.Value<string>("id"), ((JObject)seen.ChannelData).Value<string>("eventType")));
        Assert.Equal("3", ((JObject)seen.Value).Value<string>("places"));
        Assert.True(seen.Properties["suggestion"]!.Value<bool>("new"));
        Assert.Null(seen.CallerId);
    }

    [Fact]
    public async Task The_caller_is_anonymous_and_authenticated_where_authentication_is_off()
    {
        await using var channel = await Channel.Start();
        ClaimsIdentity? caller = null;
        await using var bot = await BotServer.Start((turn, _) => Keep((ClaimsIdentity)turn.TurnState[BotAdapter.BotIdentityKey], out caller));

        await bot.Receives(channel.Said("hello"));

        Assert.Equal((AuthenticationConstants.AnonymousAuthType, true), (caller!.AuthenticationType, caller.IsAuthenticated));
        Assert.Empty(caller.Claims);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{ "type": "" }""")]
    [InlineData("""{ "type": "message", "from": 7 }""")]
    [InlineData("""{ "type": "message", "timestamp": "yesterday" }""")]
    [InlineData("""{ "type": "message", "text": "cut""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        await using var bot = await BotServer.Start(NeverRuns);

        var reply = await bot.Receives(body);

        Assert.Equal((HttpStatusCode.BadRequest, ""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_activity()
    {
        await using var channel = await Channel.Start();
        string? text = null;
        await using var bot = await BotServer.Start((turn, _) => Keep(turn.Activity.Text, out text));

        await bot.Receives("\uFEFF" + $$"""{ "type": "message", "text": "hello", "serviceUrl": "{{channel.ServiceUrl}}" }""");

        Assert.Equal("hello", text);
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        await using var bot = await BotServer.Start(NeverRuns);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Send(new HttpRequestMessage(HttpMethod.Get, (Uri?)null))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Send(new HttpRequestMessage(HttpMethod.Put, (Uri?)null))).Status);
    }

    [Theory]
    [InlineData("""{ "type": "message" }""")]
    [InlineData("""{ "type": "message", "serviceUrl": "" }""")]
    [InlineData("""{ "type": "message", "serviceUrl": "not a url" }""")]
    public async Task Without_a_good_service_url_the_server_fails_before_the_bot_runs(string body)
    {
        await using var bot = await BotServer.Start(NeverRuns);

        Assert.Equal(HttpStatusCode.InternalServerError, (await bot.Receives(body)).Status);
    }

    [Theory]
    [InlineData("Bearer garbage", HttpStatusCode.InternalServerError)]
    [InlineData("Basic abc", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("one two three", HttpStatusCode.Unauthorized)]
    public async Task A_header_that_proves_nothing_is_refused_even_where_none_is_needed(string authorization, HttpStatusCode status)
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(NeverRuns);

        Assert.Equal(status, (await bot.Receives(channel.Said("hello"), authorization)).Status);
    }

    [Fact]
    public async Task A_token_of_an_unknown_issuer_is_refused()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start(NeverRuns);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Receives(channel.Said("hello"), "Bearer " + UnsignedToken())).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_an_app_id_configured_a_caller_who_proves_nothing_is_refused(bool token)
    {
        await using var channel = await Channel.Start();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("MicrosoftAppId", "00000000-0000-0000-0000-000000000001"), new("MicrosoftAppPassword", "x")])
            .Build();
        await using var bot = await BotServer.Start(NeverRuns, new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Receives(channel.Said("hello"), token ? "Bearer " + UnsignedToken() : null)).Status);
    }

    [Fact]
    public async Task Authentication_can_be_wrapped_to_keep_answers_from_going_just_anywhere()
    {
        await using var channel = await Channel.Start();
        var inner = new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build());
        await using var bot = await BotServer.Start((turn, cancel) => turn.SendActivityAsync("hello", cancellationToken: cancel), new CloudAdapter(new Guarded(inner, channel.ServiceUrl)));

        Assert.Equal(HttpStatusCode.OK, (await bot.Receives(channel.Said("hello"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Receives(channel.Sent(ActivityTypes.Message, activity => activity.ServiceUrl = "https://elsewhere.example/"))).Status);
        Assert.Single(channel.Calls);
    }

    [Fact]
    public async Task A_failing_turn_fails_the_request_unless_OnTurnError_takes_it()
    {
        await using var channel = await Channel.Start();
        await using var bare = await BotServer.Start((_, _) => throw new InvalidOperationException("broken"));
        var adapter = new CloudAdapter();
        Exception? taken = null;
        adapter.OnTurnError = (_, failure) => Keep(failure, out taken);
        await using var careful = await BotServer.Start((_, _) => throw new InvalidOperationException("broken"), adapter);

        Assert.Equal(HttpStatusCode.InternalServerError, (await bare.Receives(channel.Said("hello"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await careful.Receives(channel.Said("hello"))).Status);
        Assert.Equal("broken", taken?.Message);
    }

    [Fact]
    public async Task A_culture_that_the_bot_sets_has_ended_before_OnTurnError()
    {
        await using var channel = await Channel.Start();
        var ambient = CultureInfo.CurrentUICulture.Name;
        var cultures = new List<string>();
        var adapter = new CloudAdapter
        {
            OnTurnError = (_, _) =>
            {
                cultures.Add(CultureInfo.CurrentUICulture.Name);
                return Task.CompletedTask;
            },
        };

        // Not asynchronous, so that nothing here ends the culture.
        Task Broken(ITurnContext turn, CancellationToken cancellationToken)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi-FI");
            cultures.Add(CultureInfo.CurrentUICulture.Name);
            return Task.FromException(new InvalidOperationException("broken"));
        }

        await using var bot = await BotServer.Start(Broken, adapter);
        await bot.Receives(channel.Said("hello"));

        Assert.Equal(["fi-FI", ambient], cultures);
    }

    [Fact]
    public async Task A_turn_that_is_refused_something_looks_like_a_caller_that_is()
    {
        await using var channel = await Channel.Start();
        await using var bot = await BotServer.Start((_, _) => throw new UnauthorizedAccessException());

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Receives(channel.Said("hello"))).Status);
    }

    [Fact]
    public void A_container_cannot_choose_between_the_adapters_constructors()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<IBotFrameworkHttpAdapter, CloudAdapter>()
            .AddSingleton<OneConstructor>()
            .BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(services.GetRequiredService<IBotFrameworkHttpAdapter>);
        Assert.NotNull(services.GetRequiredService<OneConstructor>());
    }

    private static string UnsignedToken()
    {
        static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part("""{"iss":"https://nobody.example","aud":"x"}""")}.";
    }

    private static Task NeverRuns(ITurnContext turn, CancellationToken cancellationToken) => throw new InvalidOperationException("The bot ran.");

    private static Task Keep<T>(T value, out T? kept)
    {
        kept = value;
        return Task.CompletedTask;
    }

    private sealed class OneConstructor(BotFrameworkAuthentication authentication) : CloudAdapter(authentication);

    private sealed class Guarded(BotFrameworkAuthentication inner, string serviceUrl) : BotFrameworkAuthentication
    {
        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
            => activity.ServiceUrl == serviceUrl
                ? inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken)
                : throw new UnauthorizedAccessException();

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken)
            => inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => inner.CreateConnectorFactory(claimsIdentity);

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken)
            => inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);
    }
}
