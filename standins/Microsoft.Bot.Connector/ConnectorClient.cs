using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The bot's side of the connector protocol, for one service URL and one turn.</summary>
public class ConnectorClient : IConnectorClient
{
    // One pool of connections for whoever brings no factory. Addresses behind a name change: connections are renewed now and then.
    private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    private static readonly string UserAgent = string.Create(
        null,
        $"Microsoft-BotFramework/3.1 BotBuilder/{typeof(ConnectorClient).Assembly.GetName().Version} (.NET {Environment.Version}; {Environment.OSVersion.Platform} {Environment.OSVersion.Version}; {RuntimeInformation.ProcessArchitecture})");

    private readonly IHttpClientFactory _factory;
    private HttpClient _client;

    internal ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, IHttpClientFactory factory)
    {
        ArgumentNullException.ThrowIfNull(baseUri);

        BaseUri = baseUri;
        Credentials = credentials;
        _factory = factory;
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public virtual IConversations Conversations { get; }

    // A turn that sends nothing, such as most answers to an invoke, costs no client.
    internal HttpClient HttpClient => _client ??= _factory?.CreateClient(string.Empty) ?? Shared;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal static void AddHeaders(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("Accept", "*/*");
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _client != Shared)
            _client?.Dispose();
    }
}
