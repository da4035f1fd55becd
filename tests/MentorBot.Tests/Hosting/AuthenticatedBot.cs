using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Services;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>The whole bot with an app id, over HTTP: a local issuer for its tokens and the channel's, and a connector that wants one.</summary>
public sealed class AuthenticatedBot : IAsyncLifetime
{
    private readonly MemoryRowStore store = new();
    private readonly ConcurrentQueue<(string? Authorization, string Body)> sent = new();
    private DirectoryInfo folder = null!;
    private WebApplication bot = null!;
    private WebApplication connector = null!;

    public LocalIssuer Issuer { get; private set; } = null!;

    /// <summary>In the key set, for other channels than Teams.</summary>
    public IssuerKey ForWebChat { get; } = new("key-webchat", "webchat", "directline");

    /// <summary>In the key set, endorsed for nothing.</summary>
    public IssuerKey ForNothing { get; } = new("key-nothing");

    /// <summary>In no key set.</summary>
    public IssuerKey Foreign { get; } = new("key-0", "msteams");

    public string ServiceUrl => connector.Urls.Single() + "/amer/";

    public int Port => new Uri(bot.Urls.Single()).Port;

    /// <summary>What the bot sent to the connector so far, and with which Authorization header.</summary>
    public IReadOnlyList<(string? Authorization, string Body)> Sent => [.. sent];

    /// <summary>Every row, written out.</summary>
    public IReadOnlyList<string> Rows =>
        [.. store.All.Select(each => $"{each.Partition}/{each.Row.Key}@{each.Row.ETag} {JsonConvert.SerializeObject(each.Row.Properties)}")];

    public async Task InitializeAsync()
    {
        Issuer = await LocalIssuer.Start();
        Issuer.Keys.Add(ForWebChat);
        Issuer.Keys.Add(ForNothing);
        folder = Directory.CreateTempSubdirectory("authenticated-");
        connector = await Connector();
        var settings = TestTown.Settings([.. Issuer.Settings(), $"Data:Folder={folder.FullName}", $"Teams:ServiceUrls:0={new Uri(connector.Urls.Single())}"]);
        bot = BotHost.Build(settings with { Urls = ["http://127.0.0.1:0"] }, SystemClock.Instance, worksInBackground: false, builder =>
        {
            builder.Services.AddSingleton<IRowStore>(store);
            LocalIssuer.Trust(builder.Services);
        });
        await bot.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
        await Issuer.DisposeAsync();
        Foreign.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>"offer", typed, as Teams sends it for Ana.</summary>
    public JObject Typed() => new()
    {
        ["type"] = "message",
        ["id"] = "1700000000001",
        ["text"] = "offer",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JObject { ["id"] = "29:ana", ["name"] = "Ana Lima", ["aadObjectId"] = "ana.lima" },
        ["recipient"] = new JObject { ["id"] = $"28:{LocalIssuer.AppId}", ["name"] = "MentorBot" },
        ["conversation"] = new JObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = LocalIssuer.Tenant },
        ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = LocalIssuer.Tenant } },
        ["locale"] = "en-US",
    };

    /// <summary>The token that belongs to <see cref="Typed"/>.</summary>
    public TestToken Token() => Issuer.ForActivity(ServiceUrl);

    /// <summary>Byte for byte as it is: a client of the framework would put some of it right.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Post(string body, IEnumerable<string> headers, string query = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {BotEndpoints.Messages}{query} HTTP/1.1\r\nHost: mentoring.example.org\r\nContent-Type: application/json; charset=utf-8\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\nConnection: close\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(bytes);
        using var reader = new StreamReader(stream);
        var answer = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        return ((HttpStatusCode)int.Parse(answer[0].Split(' ')[1], CultureInfo.InvariantCulture), answer[1]);
    }

    public Task<(HttpStatusCode Status, string Body)> Post(JObject activity, object token) => Post(activity.ToString(Formatting.None), [$"Authorization: Bearer {token}"]);

    private async Task<WebApplication> Connector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var authorization = (string?)http.Request.Headers.Authorization;
            sent.Enqueue((authorization, await reader.ReadToEndAsync()));
            http.Response.StatusCode = Issuer.Gave(authorization, "https://api.botframework.com") ? StatusCodes.Status201Created : StatusCodes.Status401Unauthorized;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"id":"1700000000002"}""");
        });
        await app.StartAsync();
        return app;
    }
}
