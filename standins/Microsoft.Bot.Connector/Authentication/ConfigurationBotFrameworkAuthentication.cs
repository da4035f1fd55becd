using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Authentication by the settings of the configuration. Without an app id it is off, and callers are anonymous. With one, a caller
/// brings a token that the channel signed, for this bot and for the service URL of the activity.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private const string PublicAzure = "urn:botframework:azure";
    private const string LoginUrl = "https://login.microsoftonline.com/botframework.com";

    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly IHttpClientFactory _clients;
    private readonly ChannelTokens _tokens;
    private readonly string _scope;
    private readonly string _loginUrl;
    private readonly string _callerId;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        string Setting(string name, string usual) => configuration[name] is { Length: > 0 } set ? set : usual;

        _credentials = credentialsFactory ?? new ConfiguredApp(configuration);
        _clients = httpClientFactory;
        _scope = Setting("ToChannelFromBotOAuthScope", AuthenticationConstants.ToChannelFromBotOAuthScope);
        _loginUrl = Setting("ToChannelFromBotLoginUrl", LoginUrl);
        _callerId = Setting("CallerId", PublicAzure);
        _tokens = new ChannelTokens(
            Setting(nameof(AuthenticationConstants.ToBotFromChannelTokenIssuer), AuthenticationConstants.ToBotFromChannelTokenIssuer),
            new IssuerKeys(
                Setting(nameof(AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl), AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl),
                httpClientFactory,
                logger ?? NullLogger.Instance),
            _credentials,
            authConfiguration ?? new AuthenticationConfiguration());
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);

        var isOff = await _credentials.IsAuthenticationDisabledAsync(cancellationToken);

        // Who brings a token is held to it, even where none is asked for.
        if (!string.IsNullOrWhiteSpace(authHeader))
            return Known(await _tokens.CheckAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken), isOff ? null : _callerId);
        return isOff ? Known(new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType), null) : throw new UnauthorizedAccessException();
    }

    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader))
            throw new UnauthorizedAccessException();

        // A stream names no service URL.
        return Known(await _tokens.CheckAsync(authHeader, channelIdHeader, null, cancellationToken), _callerId);
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Connectors(this, AppId(claimsIdentity));

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken)
        => Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    /// <summary>What the caller's token was made for is the bot itself.</summary>
    private static string AppId(ClaimsIdentity identity)
        => (identity.FindFirst(AuthenticationConstants.AudienceClaim) ?? identity.FindFirst(AuthenticationConstants.AppIdClaim))?.Value;

    private AuthenticateRequestResult Known(ClaimsIdentity identity, string callerId) => new()
    {
        ClaimsIdentity = identity,
        Audience = _scope,
        CallerId = callerId,
        ConnectorFactory = CreateConnectorFactory(identity),
    };

    private sealed class Connectors(ConfigurationBotFrameworkAuthentication bot, string appId) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
            => new ConnectorClient(
                new Uri(serviceUrl),
                await bot._credentials.CreateCredentialsAsync(appId, audience ?? bot._scope, bot._loginUrl, true, cancellationToken),
                bot._clients);
    }

    private sealed class NoUserTokens : UserTokenClient
    {
        public static readonly NoUserTokens Instance = new();
    }
}
