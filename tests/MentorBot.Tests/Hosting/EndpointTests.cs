using System.Net;
using System.Text;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Logs;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>What the bot serves, over real HTTP.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string Activity = """
        { "type": "message", "text": "hush", "channelId": "msteams", "serviceUrl": "http://127.0.0.1:1/", "from": { "id": "29:ana", "aadObjectId": "ana.lima" },
          "recipient": { "id": "28:bot" }, "conversation": { "id": "a:ana", "tenantId": "elsewhere" } }
        """;

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private readonly MemoryRowStore store = new();
    private readonly LogLines log = new();
    private DirectoryInfo folder = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("endpoints-");
        app = BotHost.Build(
            TestTown.Settings($"Data:Folder={folder.FullName}") with { Urls = ["http://127.0.0.1:0"] },
            SystemClock.Instance,
            worksInBackground: false,
            builder =>
            {
                builder.Services.AddSingleton<IRowStore>(store);
                log.Of(builder.Logging);
            });
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Whoever is on this machine may be anybody here, but not every page that a browser on it has open.</summary>
    [Theory]
    [InlineData("Origin", "https://elsewhere.example", "application/json", "it came from a web page, with an Origin")]
    [InlineData("Origin", "null", "application/json", "it came from a web page, with an Origin")]
    [InlineData("Host", "elsewhere.example", "application/json", "it came under another name than this machine's, and no bot is registered in MicrosoftAppId")]
    [InlineData("Host", "127.0.0.1.elsewhere.example", "application/json", "it came under another name than this machine's, and no bot is registered in MicrosoftAppId")]
    [InlineData("Accept", "*/*", "text/plain", "its content type is not that of JSON")]
    public async Task A_web_page_is_not_let_in(string header, string value, string contentType, string why)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("/api/messages")) { Content = new StringContent("{}", Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.SendAsync(request)).StatusCode);
        Assert.Equal([$"A request was refused: {why}."], log.Warnings);
    }

    [Fact]
    public async Task Health_is_200_while_the_rows_can_be_read_and_503_while_they_cannot()
    {
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);

        store.BeforeGet = _ => throw new RowStoreUnavailableException("The disk at /secret/place is full.");
        var ill = await Http.GetAsync(At("/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        Assert.Equal("", await ill.Content.ReadAsStringAsync());
        using var head = new HttpRequestMessage(HttpMethod.Head, At("/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Http.SendAsync(head)).StatusCode);

        store.BeforeGet = _ => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(At("/healthz"))).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/healthz", HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", "/healthz", HttpStatusCode.OK)]
    [InlineData("HEAD", "/alive", HttpStatusCode.OK)]
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
        Assert.Contains("An activity was refused: its service URL is not on this machine, and no bot is registered in MicrosoftAppId.", log.Warnings);
    }

    [Theory]
    [InlineData("""{ "type": "message" }""", "", "it lacks the id of its channel, conversation, sender or recipient, or has one that cannot be")]
    [InlineData(Activity, "Bearer hush-hush", "it bears a token, and no bot is registered in MicrosoftAppId for whom it could be")]
    [InlineData(Activity, "", "it is not from the tenant that Tenant names")]
    public async Task Why_an_activity_was_refused_is_logged_without_a_word_of_it(string body, string authorization, string why)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At(BotEndpoints.Messages)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Http.SendAsync(request)).StatusCode);
        Assert.Contains($"An activity was refused: {why}.", log.Warnings);
        Assert.DoesNotContain(log.Warnings, line => line.Contains("hush", StringComparison.Ordinal) || line.Contains("elsewhere", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("GET", "/healthz")]
    [InlineData("POST", "/api/messages")]
    [InlineData("GET", "/elsewhere")]
    public async Task Every_answer_is_kept_nowhere_and_framed_nowhere(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), At(path));
        using var answer = await Http.SendAsync(request);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Whoever_begins_a_body_and_waits_is_hung_up_on()
    {
        using var slow = new System.Net.Sockets.TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, At("/").Port);
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {BotEndpoints.Messages} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"));

        using var answer = new StreamReader(stream);
        var said = await answer.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 408", said, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, HttpStatusCode.BadRequest)]
    [InlineData(31, HttpStatusCode.Unauthorized)]
    public async Task What_is_nested_deeper_than_anything_of_ours_is_not_read(int deep, HttpStatusCode expected)
    {
        var answer = await Post($$"""{ "type": "message", "value": {{new string('[', deep)}}{{new string(']', deep)}} }""");

        Assert.Equal((expected, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(200 * 1024, HttpStatusCode.Unauthorized)]
    [InlineData(257 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_read_up_to_256_kilobytes(int length, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Post($$"""{ "type": "message", "text": "{{new string('a', length)}}" }""")).StatusCode);

    [Fact]
    public async Task The_server_does_not_say_what_it_is() => Assert.False((await Http.GetAsync(At("/healthz"))).Headers.Contains("Server"));

    private Uri At(string path) => new(app.Urls.Single() + path);

    private async Task<HttpResponseMessage> Post(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.PostAsync(At(BotEndpoints.Messages), content);
    }
}
