using System.Net;
using System.Text;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>What the bot serves, over real HTTP.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private readonly MemoryRowStore store = new();
    private DirectoryInfo folder = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("endpoints-");
        app = BotHost.Build(
            TestTown.Settings($"Data:Folder={folder.FullName}") with { Urls = ["http://127.0.0.1:0"] },
            SystemClock.Instance,
            worksInBackground: false,
            builder => builder.Services.AddSingleton<IRowStore>(store));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Whoever is on this machine may be anybody here, but not every page that a browser on it has open.</summary>
    [Theory]
    [InlineData("Origin", "https://elsewhere.example", "application/json")]
    [InlineData("Origin", "null", "application/json")]
    [InlineData("Host", "elsewhere.example", "application/json")]
    [InlineData("Host", "127.0.0.1.elsewhere.example", "application/json")]
    [InlineData("Accept", "*/*", "text/plain")]
    public async Task A_web_page_is_not_let_in(string header, string value, string contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("/api/messages")) { Content = new StringContent("{}", Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Health_is_200_while_the_rows_can_be_read_and_503_while_they_cannot()
    {
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);

        store.BeforeGet = _ => throw new RowStoreUnavailableException("The disk at /secret/place is full.");
        var ill = await Http.GetAsync(At("/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        Assert.Equal("", await ill.Content.ReadAsStringAsync());

        store.BeforeGet = _ => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/healthz", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/index.html", HttpStatusCode.NotFound)]
    [InlineData("GET", "/manifest/manifest.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/appsettings.json", HttpStatusCode.NotFound)]
    public async Task Nothing_else_is_served(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), At(path));

        Assert.Equal(expected, (await Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    public async Task An_activity_that_wants_its_answer_elsewhere_is_401_without_a_word(string serviceUrl)
    {
        var answer = await Post($$"""
            { "type": "message", "text": "hello", "channelId": "msteams", "serviceUrl": "{{serviceUrl}}", "from": { "id": "29:ana", "aadObjectId": "ana.lima" },
              "recipient": { "id": "28:bot" }, "conversation": { "id": "a:ana" } }
            """);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_beyond_all_reason_is_refused()
    {
        var answer = await Post($$"""{ "type": "message", "text": "{{new string('a', 600 * 1024)}}" }""");

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"type\": 7 }")]
    public async Task A_body_that_is_no_activity_is_refused_and_the_bot_goes_on(string body)
    {
        Assert.InRange((int)(await Post(body)).StatusCode, 400, 599);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is() => Assert.False((await Http.GetAsync(At("/healthz"))).Headers.Contains("Server"));

    private Uri At(string path) => new(app.Urls.Single() + path);

    private async Task<HttpResponseMessage> Post(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.PostAsync(At(BotEndpoints.Messages), content);
    }
}
