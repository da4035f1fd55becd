using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>A connector that takes everything, and remembers what was sent where.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly ConcurrentQueue<Sent> sent = new();
    private readonly WebApplication app;
    private int lastId;

    private Sink(WebApplication app) => this.app = app;

    public sealed record Sent(string Path, string Body);

    public Uri Url => new(app.Urls.First() + "/");

    public static async Task<Sink> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink.app.Run(sink.Receive);
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>What came since this was last asked.</summary>
    public IReadOnlyList<Sent> Take()
    {
        var all = new List<Sent>();
        while (sent.TryDequeue(out var one))
            all.Add(one);
        return all;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        sent.Enqueue(new(Uri.UnescapeDataString(context.Request.Path), await reader.ReadToEndAsync()));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($"{{\"id\":\"sink-{Interlocked.Increment(ref lastId)}\"}}");
    }
}
