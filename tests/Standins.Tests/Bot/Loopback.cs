using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Standins.Tests.Bot;

/// <summary>A server on a port of its own that answers everything in one place.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Loopback(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<Loopback> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new Loopback(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
