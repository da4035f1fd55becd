using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal.Tests;

/// <summary>A bot of plain HTTP, which does what a test tells it to.</summary>
internal sealed class FakeBot : IRehearsedBot
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private FakeBot(Surroundings settings, Script script)
    {
        Settings = settings;
        Script = script;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(Serve);
    }

    public Surroundings Settings { get; }

    public Script Script { get; }

    public Uri Messages { get; private set; } = null!;

    public IEnumerable<string> LogLines => Log;

    public ConcurrentQueue<string> Log { get; } = new();

    public static StartBot Starting(Script script) => async (settings, cancellationToken) =>
    {
        var bot = new FakeBot(settings, script);
        await bot.app.StartAsync(cancellationToken);
        var address = bot.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        bot.Messages = script.Elsewhere ?? new Uri($"{address}/api/messages");
        script.Starts++;
        script.Bot = bot;
        return bot;
    };

    public Task RunUntilIdle(CancellationToken cancellationToken) => Script.OnIdle(this);

    public async ValueTask DisposeAsync()
    {
        Script.Ends++;
        await app.DisposeAsync();
        http.Dispose();
    }

    public ValueTask Crash()
    {
        Script.Crashes++;
        return ValueTask.CompletedTask;
    }

    /// <summary>Calls the connector.</summary>
    public async Task<(int Status, JToken? Body, HttpResponseMessage Response)> Call(HttpMethod method, string path, JToken? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Settings.ServiceUrl, path));
        if (body is not null)
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
        var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text == "" ? null : JToken.Parse(text), response);
    }

    public async Task<string?> Post(string conversation, JObject activity)
    {
        var (_, body, _) = await Call(HttpMethod.Post, Activities(conversation), activity);
        return (string?)body?["id"];
    }

    public static string Activities(string conversation) => $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    public static string Activity(string conversation, string id) => $"{Activities(conversation)}/{Uri.EscapeDataString(id)}";

    private async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        using var json = new JsonTextReader(reader) { DateParseHandling = DateParseHandling.None };
        var activity = await JObject.LoadAsync(json);
        Script.Received.Enqueue(activity);
        var (status, body) = await Script.OnActivity(this, activity);
        context.Response.StatusCode = status;
        foreach (var (name, value) in Script.Headers)
            context.Response.Headers[name] = value;
        if (body is not null)
            await context.Response.WriteAsync(body.ToString(Formatting.None));
    }
}
