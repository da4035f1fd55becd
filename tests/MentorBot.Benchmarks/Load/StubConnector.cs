using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Benchmarks.Load;

/// <summary>The side that a bot calls back; it takes everything. It runs with the load, so that no server pays for it.</summary>
public sealed class StubConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private long arrivals;

    private StubConnector(WebApplication app) => this.app = app;

    public Uri ServiceUrl { get; private set; } = null!;

    public long Arrivals => Interlocked.Read(ref arrivals);

    public static async Task<StubConnector> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var connector = new StubConnector(builder.Build());
        connector.app.Run(connector.Take);
        await connector.app.StartAsync();
        connector.ServiceUrl = new Uri(connector.app.Urls.First() + "/amer/");
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        var number = Interlocked.Increment(ref arrivals);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync($$"""{"id":"1:{{number}}"}""", http.RequestAborted);
    }
}
