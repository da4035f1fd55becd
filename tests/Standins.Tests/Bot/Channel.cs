using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

/// <summary>The channel's connector: keeps what the bot sends, and gives each message an id.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private readonly ConcurrentQueue<Call> _calls = new();
    private Loopback? _server;
    private int _ids;

    public string ServiceUrl => _server!.Address + "/teams/";

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>The JSON that the channel answers with; an id by default.</summary>
    public Func<HttpContext, Task>? Answers { get; set; }

    public static async Task<Channel> Start()
    {
        var channel = new Channel();
        channel._server = await Loopback.Start(channel.Take);
        return channel;
    }

    /// <summary>As Teams sends it from a personal chat.</summary>
    public Activity Said(string text) => Sent(ActivityTypes.Message, activity => activity.Text = text);

    public Activity Invoked(string? name, object? value) => Sent(ActivityTypes.Invoke, activity =>
    {
        activity.Name = name;
        activity.Value = value == null ? null : JToken.FromObject(value);
    });

    public Activity Sent(string type, Action<Activity>? more = null)
    {
        var activity = new Activity(type)
        {
            Id = "in-1",
            ChannelId = "msteams",
            ServiceUrl = ServiceUrl,
            Locale = "en-GB",
            From = new ChannelAccount { Id = "29:ana", Name = "Ana", AadObjectId = "aad-ana" },
            Recipient = new ChannelAccount { Id = "28:bot", Name = "MentorBot" },
            Conversation = new ConversationAccount { Id = "a:chat", ConversationType = "personal", TenantId = "tenant" },
        };
        more?.Invoke(activity);
        return activity;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _calls.Enqueue(new Call(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.Length == 0 ? null : JObject.Parse(body)));

        if (Answers != null)
            await Answers(context);
        else
            await context.Response.WriteAsync($$"""{"id":"out-{{Interlocked.Increment(ref _ids)}}"}""");
    }

    internal sealed record Call(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JObject? Body)
    {
        public string Route => $"{Method} {Target}";
    }
}
