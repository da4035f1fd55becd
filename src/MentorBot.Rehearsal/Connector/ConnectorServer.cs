using System.Globalization;
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

namespace MentorBot.Rehearsal;

/// <summary>The connector's HTTP routes, on a free port of this machine; what they do is <see cref="ConnectorDesk"/>'s.</summary>
internal sealed class ConnectorServer : IAsyncDisposable
{
    /// <summary>A path before the routes, as Teams has one: a bot that builds addresses from the host alone finds nobody.</summary>
    private const string Region = "amer";

    /// <summary>100 KB, counted as UTF-16.</summary>
    private const int MostBytes = 100 * 1024;

    private readonly ConnectorDesk desk;
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private TaskCompletionSource quiet = Done();
    private int inFlight;

    private ConnectorServer(ConnectorDesk desk)
    {
        this.desk = desk;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(Serve);
    }

    public Uri ServiceUrl { get; private set; } = null!;

    /// <summary>How many requests came in so far.</summary>
    public long Arrivals { get; private set; }

    /// <summary>Completes when no request is being answered.</summary>
    public Task Quiet
    {
        get
        {
            lock (gate)
                return quiet.Task;
        }
    }

    public static async Task<ConnectorServer> Start(ConnectorDesk desk, CancellationToken cancellationToken)
    {
        var server = new ConnectorServer(desk);
        await server.app.StartAsync(cancellationToken);
        var address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.ServiceUrl = new Uri($"{address}/{Region}/");
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task Serve(HttpContext http)
    {
        lock (gate)
        {
            Arrivals++;
            if (inFlight++ == 0)
                quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await Answer(http);
        }
        finally
        {
            lock (gate)
                if (--inFlight == 0)
                    quiet.SetResult();
        }
    }

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        string[] path = [.. (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)];
        desk.Inspect($"{http.Request.Method} of the bot", text, [http.Request.Path + http.Request.QueryString, .. http.Request.Headers.Select(header => $"{header.Key}: {header.Value}")]);
        if (path is not [Region, "v3", .. var route])
        {
            await Write(http, new ConnectorError(404, "NotFound", $"No such route: {http.Request.Path}"));
            return;
        }

        if (!desk.Admits(http.Request.Headers.Authorization))
        {
            await Write(http, ConnectorError.NotRegistered);
            return;
        }

        if (desk.NextFault(http.Request.Method, route) is { } fault)
        {
            if (fault is Fault.Stall stall)
                await stall.Release.WaitAsync(http.RequestAborted);
            else if (fault is Fault.Refusal refusal)
            {
                if (refusal.RetryAfter is { } seconds)
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await Write(http, new ConnectorError(refusal.Status, refusal.Code, "Refused, as the rehearsal asked."));
                return;
            }
            else if (fault is Fault.Broken broken)
            {
                if (broken.IsDone)
                    Route(http, route, text);
                http.Abort();
                return;
            }
        }

        var (status, body) = Encoding.Unicode.GetByteCount(text) > MostBytes ? Refuse(ConnectorError.TooBig) : Route(http, route, text);
        await Write(http, status, body);
    }

    private (int Status, JToken? Body) Route(HttpContext http, string[] route, string text)
    {
        JObject body;
        try
        {
            body = text == "" ? [] : Parse(text);
        }
        catch (JsonException)
        {
            return Refuse(new ConnectorError(400, "BadSyntax", "The body is not JSON."));
        }

        try
        {
            return Route(http.Request.Method, route, body);
        }
        catch (RehearsalException why)
        {
            desk.CannotBeShown(why.Message);
            return Refuse(new ConnectorError(400, "BadSyntax", "The card cannot be shown."));
        }
    }

    private (int Status, JToken? Body) Route(string method, string[] route, JObject body) =>
        (method, route) switch
        {
            ("POST", ["conversations"]) => Said(desk.Create(body)),
            ("POST", ["conversations", var conversation, "activities", .. { Length: <= 1 }]) => Said(desk.Post(conversation, body)),
            ("PUT", ["conversations", var conversation, "activities", var activity]) => Said(desk.Replace(conversation, activity, body)),
            ("DELETE", ["conversations", var conversation, "activities", var activity]) => Said(desk.Delete(conversation, activity)),
            ("GET", ["conversations", var conversation, "members"]) => Said(desk.Members(conversation)),
            ("GET", ["conversations", var conversation, "pagedmembers"]) => Said(desk.PagedMembers(conversation)),
            ("GET", ["conversations", var conversation, "members", var member]) => Said(desk.Member(conversation, member)),
            _ => Refuse(new ConnectorError(404, "NotFound", $"No such route: {method} {string.Join('/', route)}")),
        };

    /// <summary>Dates stay the strings they are.</summary>
    internal static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>The same; null where the text is no object.</summary>
    internal static JObject? ObjectIn(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (int, JToken?) Said((int Status, JToken? Body, ConnectorError? Error) answer) => answer.Error is null ? (answer.Status, answer.Body) : Refuse(answer.Error);

    private static (int, JToken?) Refuse(ConnectorError error) => (error.Status, error.Body);

    private static Task Write(HttpContext http, ConnectorError error) => Write(http, error.Status, error.Body);

    private static Task Write(HttpContext http, int status, JToken? body)
    {
        http.Response.StatusCode = status;
        if (body is null)
            return Task.CompletedTask;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToString(Formatting.None));
    }
}
