using System.Net;
using MentorBot.Testing.Services;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Hosting;

/// <summary>Who is let in with a bot app id, and what becomes of everybody else. The whole bot, over HTTP.</summary>
public sealed class AuthenticationTests(AuthenticatedBot bot) : IClassFixture<AuthenticatedBot>
{
    public static TheoryData<string> Bad => [.. BadRequests.ByName.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_not_from_Teams_for_this_bot_and_this_tenant_is_401_without_a_word_and_changes_nothing(string what)
    {
        var (bad, rows, sent) = (BadRequests.ByName[what](bot), bot.Rows, bot.Sent.Count);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await bot.Post(bad.Body, bad.Headers, bad.Query));

        Assert.Equal(rows, bot.Rows);
        Assert.Equal(sent, bot.Sent.Count);
    }

    [Fact]
    public async Task A_header_beyond_all_reason_does_not_even_arrive()
    {
        var rows = bot.Rows;

        Assert.Equal((HttpStatusCode.RequestHeaderFieldsTooLarge, ""), await bot.Post(bot.Typed().ToString(), [$"Authorization: Bearer {new string('x', 40 * 1024)}"]));

        Assert.Equal(rows, bot.Rows);
    }

    [Fact]
    public Task Teams_is_let_in_and_answered_with_a_token() => IsLetIn(bot, bot.Typed(), $"Bearer {bot.Token()}");

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public Task The_scheme_may_be_written_in_any_case(string scheme) => IsLetIn(bot, bot.Typed(), $"{scheme} {bot.Token()}");

    [Theory]
    [InlineData("exp", -4)]
    [InlineData("nbf", 4)]
    public Task Clocks_may_differ_by_almost_five_minutes(string claim, int minutes) =>
        IsLetIn(bot, bot.Typed(), $"Bearer {bot.Token().With("nbf", Now(-60)).With(claim, Now(minutes))}");

    [Fact]
    public Task The_service_URL_may_be_written_in_any_case() => IsLetIn(bot, bot.Typed(), $"Bearer {bot.Token().With("serviceurl", bot.ServiceUrl.ToUpperInvariant())}");

    [Theory]
    [InlineData("conversation.tenantId")]
    [InlineData("channelData")]
    public Task The_tenant_need_not_be_named_twice(string missing)
    {
        var activity = bot.Typed();
        activity.SelectToken(missing)!.Parent!.Remove();
        return IsLetIn(bot, activity, $"Bearer {bot.Token()}");
    }

    [Fact]
    public async Task A_press_is_answered_inside_200()
    {
        var press = bot.Typed();
        (press["type"], press["name"]) = ("invoke", "adaptiveCard/action");
        press["value"] = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = "nobody.knows.v1", ["data"] = new JObject { ["action"] = "nobody.knows.v1" } } };

        var (status, body) = await bot.Post(press, bot.Token());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(200, (int?)JObject.Parse(body)["statusCode"]);
    }

    [Fact]
    public async Task A_key_that_takes_anothers_place_is_believed_at_once_and_the_other_no_more()
    {
        await using var own = new Own();
        await own.Bot.InitializeAsync();
        var old = own.Bot.Token();
        await IsLetIn(own.Bot, own.Bot.Typed(), $"Bearer {old}");

        own.Bot.Issuer.Rotate();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IsLetIn(own.Bot, own.Bot.Typed(), $"Bearer {own.Bot.Token()}")));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await own.Bot.Post(own.Bot.Typed(), old));
        Assert.Equal(2, own.Bot.Issuer.KeyFetches);
    }

    [Fact]
    public async Task Whoever_invents_keys_does_not_make_the_bot_ask_for_each()
    {
        await bot.Post(bot.Typed(), bot.Token());
        var before = bot.Issuer.KeyFetches;

        for (var number = 0; number < 40; number++)
            Assert.Equal((HttpStatusCode.Unauthorized, ""), await bot.Post(bot.Typed(), bot.Token() with { KeyId = $"invented-{number}" }));

        Assert.InRange(bot.Issuer.KeyFetches, before, before + 1);
        await IsLetIn(bot, bot.Typed(), $"Bearer {bot.Token()}");
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_nobody_is_let_in_and_nothing_breaks()
    {
        await using var own = new Own();
        await own.Bot.InitializeAsync();
        var token = own.Bot.Token().ToString();
        await own.Bot.Issuer.DisposeAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await own.Bot.Post(own.Bot.Typed(), token));
    }

    private static long Now(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    /// <summary>200, and an answer in the chat that brought a token of the bot's.</summary>
    private static async Task IsLetIn(AuthenticatedBot bot, JObject activity, string authorization)
    {
        var before = bot.Sent.Count;

        Assert.Equal((HttpStatusCode.OK, ""), await bot.Post(activity.ToString(Formatting.None), [$"Authorization: {authorization}"]));

        var answers = bot.Sent.Skip(before).ToList();
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.True(bot.Issuer.Gave(answer.Authorization, LocalIssuer.Issuer), $"The bot brought {answer.Authorization ?? "nothing"}."));
    }

    private sealed class Own : IAsyncDisposable
    {
        public AuthenticatedBot Bot { get; } = new();

        public async ValueTask DisposeAsync() => await Bot.DisposeAsync();
    }
}
