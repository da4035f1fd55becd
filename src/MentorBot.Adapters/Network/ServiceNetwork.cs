using Azure.Core.Pipeline;

namespace MentorBot.Adapters.Network;

/// <summary>How the bot reaches services: one pool of connections for all of them. Tests put one in its place that trusts their own certificate.</summary>
/// <param name="handler">Makes the pool; null for the usual one, which trusts what this machine trusts.</param>
public sealed class ServiceNetwork(Func<SocketsHttpHandler>? handler = null) : IDisposable
{
    /// <summary>Addresses behind a name change: connections are renewed now and then.</summary>
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(5);

    private readonly SocketsHttpHandler pool = handler?.Invoke() ?? new SocketsHttpHandler { PooledConnectionLifetime = Renewed, AllowAutoRedirect = false, UseCookies = false };

    /// <summary>The pool itself, under handlers of one's own. It outlives them: whoever makes a client of it does not dispose the handler.</summary>
    public HttpMessageHandler Handler => pool;

    /// <summary>The same for clients on Azure.Core.</summary>
    public HttpPipelineTransport Transport() => new HttpClientTransport(new HttpClient(pool, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });

    public void Dispose() => pool.Dispose();
}
