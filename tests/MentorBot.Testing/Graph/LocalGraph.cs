using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Domain.Directory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Testing.Graph;

/// <summary>
/// Microsoft Graph on the loopback address, as strict as its documentation: whatever is not as it should be is a complaint, which fails
/// the test that looks. Knows people, their mailboxes and what is in them, and can fail in the ways the real one fails.
/// </summary>
public sealed class LocalGraph : IAsyncDisposable
{
    public const string Token = "a-token-for-graph";

    private static readonly GraphOpenApi Documented = GraphOpenApi.Open();

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<GraphQuestion> asked = [];
    private readonly CancellationTokenSource end = new();
    private readonly GraphPeople people;
    private readonly GraphMailboxes mailboxes;

    private LocalGraph(WebApplication app)
    {
        this.app = app;
        people = new(this);
        mailboxes = new(this);
    }

    public Uri Root { get; private set; } = null!;

    public ConcurrentDictionary<string, LocalUser> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the app was granted.</summary>
    public HashSet<string> Granted { get; } = ["User.Read.All", "MailboxSettings.Read", "Calendars.ReadWrite"];

    /// <summary>Who is let in at all, by their Authorization header.</summary>
    public Func<string?, bool> LetsIn { get; set; } = header => header == $"Bearer {Token}";

    /// <summary>What is to go wrong, if anything, with a question.</summary>
    public Func<GraphQuestion, GraphFault?> Fault { get; set; } = _ => null;

    /// <summary>Whether a second event of one transaction is refused even when it is the same; otherwise it is answered with the first.</summary>
    public bool RefusesRepetitions { get; set; }

    /// <summary>How many people a page has, whatever was asked for.</summary>
    public int PageSize { get; set; } = 999;

    public IReadOnlyList<GraphQuestion> Asked => [.. asked];

    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<LocalGraph> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var graph = new LocalGraph(builder.Build());
        graph.app.Run(graph.Answer);
        await graph.app.StartAsync();
        graph.Root = new(graph.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1.0");
        return graph;
    }

    public LocalUser Add(Person person) => Add(LocalUser.Of(person));

    public LocalUser Add(LocalUser user) => Users[user.Id] = user;

    /// <summary>What is in somebody's mailbox.</summary>
    public ImmutableArray<LocalEvent> EventsOf(string id) => mailboxes.Of(id);

    /// <summary>What they have in it from elsewhere.</summary>
    public LocalEvent Put(string id, LocalEvent own) => mailboxes.Put(id, own);

    /// <summary>They delete it themselves.</summary>
    public void Delete(string id, string eventId) => mailboxes.Delete(id, eventId);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await app.DisposeAsync();
        end.Dispose();
    }

    internal void Complain(string complaint) => complaints.Enqueue(complaint);

    private async Task Answer(HttpContext context)
    {
        if (await Read(context) is not { } question)
            return;
        asked.Enqueue(question);
        switch (Fault(question))
        {
            case GraphFault.Answers answers:
                if (answers.RetryAfter is { } wait)
                    context.Response.Headers.RetryAfter = $"{wait}";
                await Write(context, new GraphAnswer.Refused(answers.Status, answers.Code), question);
                break;
            case GraphFault.LosesTheAnswer:
                Do(question);
                context.Abort();
                break;
            case GraphFault.Stalls:
                using (var given = CancellationTokenSource.CreateLinkedTokenSource(end.Token, context.RequestAborted))
                    await Task.Delay(Timeout.Infinite, given.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                context.Abort();
                break;
            case GraphFault.AnswersNonsense:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("<html>");
                break;
            default:
                await Write(context, Do(question), question);
                break;
        }
    }

    /// <summary>Null when it was answered already: nobody may ask this.</summary>
    private async Task<GraphQuestion?> Read(HttpContext context)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?')[0];
        var raw = target.Split('?').ElementAtOrDefault(1) ?? "";
        if (raw.Contains("%24", StringComparison.Ordinal))
            Complain($"{path}: a query option is not spelled as it is documented: {raw}");
        if (!path.StartsWith("/v1.0/", StringComparison.Ordinal))
            Complain($"{path}: is not of v1.0");

        var question = new GraphQuestion(
            request.Method,
            path["/v1.0".Length..],
            request.Query.ToImmutableDictionary(option => option.Key, option => option.Value.ToString()),
            request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.Length == 0 ? null : JsonNode.Parse(body.ToArray()));
        if (!LetsIn(question.Headers.GetValueOrDefault("Authorization")))
        {
            Complain($"{question}: no token, or another one");
            await Write(context, new GraphAnswer.Refused(401, "InvalidAuthenticationToken"), question);
            return null;
        }

        if (body.Length > 0 && !request.HasJsonContentType())
            Complain($"{question}: a body that is no JSON");

        // A link to the next page is the server's own.
        foreach (var finding in Documented.CheckRequest(question.Method, question.Path, question.Options.Keys.Where(option => option != "$skiptoken"), question.Body))
            Complain($"{question}: {finding}");
        return question;
    }

    private GraphAnswer Do(GraphQuestion question) => (question.Method, question.Parts) switch
    {
        ("GET", ["users"]) => people.List(question),
        ("GET", ["users", var id]) => people.One(question, id),
        ("GET", ["users", var id, "manager"]) => people.Manager(question, id),
        ("GET", ["users", var id, "mailboxSettings"]) => people.Mailbox(id),
        ("POST", ["users", var id, "calendar", "getSchedule"]) => mailboxes.Schedule(question, id),
        ("POST", ["users", var id, "events"]) => mailboxes.Create(question, id),
        ("GET", ["users", var id, "events"]) => mailboxes.Find(question, id),
        ("PATCH", ["users", var id, "events", var one]) => mailboxes.Change(question, id, one),
        ("DELETE", ["users", var id, "events", var one]) => mailboxes.Remove(id, one),
        _ => Unknown(question),
    };

    private GraphAnswer.Refused Unknown(GraphQuestion question)
    {
        Complain($"{question}: is not asked by this bot");
        return new GraphAnswer.Refused(404, "UnknownError");
    }

    private async Task Write(HttpContext context, GraphAnswer answer, GraphQuestion question)
    {
        var (status, body) = answer switch
        {
            GraphAnswer.Refused refused => (refused.Status, new JsonObject { ["error"] = new JsonObject { ["code"] = refused.Code, ["message"] = "Something about planted.words@example.com" } }),
            GraphAnswer.Good good => (good.Status, good.Body),
            _ => throw new InvalidOperationException(),
        };
        foreach (var finding in Documented.CheckAnswer(question.Method, question.Path, status, body))
            Complain($"{question}: this server {finding}");
        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(new JsonSerializerOptions()));
    }
}
