using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Authentication by the settings of the configuration. Without a <c>MicrosoftAppId</c> it is off, and callers are anonymous.
/// With one, every request is refused: signatures are not checked here yet, and nothing unverified is let in.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly bool _anonymous;
    private readonly ConnectorFactory _connectors;

    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        _anonymous = string.IsNullOrEmpty(configuration["MicrosoftAppId"]);
        _connectors = new PlainConnectorFactory(httpClientFactory);
        if (!_anonymous)
            logger?.LogWarning("A bot app id is configured: every request is refused, because signatures cannot be checked.");
    }

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        Admit(authHeader);
        return Task.FromResult(new AuthenticateRequestResult
        {
            ClaimsIdentity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType),
            Audience = AuthenticationConstants.ToChannelFromBotOAuthScope,
            ConnectorFactory = _connectors,
        });
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken)
    {
        // A stream has to bring a token even where requests need none, and none can be checked here.
        BearerToken.ThrowIfUnreadable(authHeader);
        throw new UnauthorizedAccessException();
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
        => _anonymous ? _connectors : throw new UnauthorizedAccessException();

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken)
        => Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    private void Admit(string authHeader)
    {
        if (_anonymous && string.IsNullOrWhiteSpace(authHeader))
            return;

        // Who brings a token is held to it, even where none is asked for; one that is no token at all is the official reader's ArgumentException.
        BearerToken.ThrowIfUnreadable(authHeader);
        throw new UnauthorizedAccessException();
    }

    private sealed class PlainConnectorFactory(IHttpClientFactory factory) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
            => Task.FromResult<IConnectorClient>(new ConnectorClient(new Uri(serviceUrl), factory));
    }

    private sealed class NoUserTokens : UserTokenClient
    {
        public static readonly NoUserTokens Instance = new();
    }
}
