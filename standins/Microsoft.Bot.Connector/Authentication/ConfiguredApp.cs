using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// For whoever brings no credentials of their own: the configured <c>MicrosoftAppId</c> is enough to know who calls. Calls out
/// need a token, and getting one is for a factory that is passed in.
/// </summary>
internal sealed class ConfiguredApp(IConfiguration configuration) : ServiceClientCredentialsFactory
{
    private readonly string _appId = configuration["MicrosoftAppId"];

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(_appId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        => Task.FromResult<ServiceClientCredentials>(new Credentials(string.IsNullOrEmpty(_appId)));

    private sealed class Credentials(bool none) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => none
            ? base.ProcessHttpRequestAsync(request, cancellationToken)
            : throw new InvalidOperationException("The bot has an app id and no token to call the channel with: pass a ServiceClientCredentialsFactory.");
    }
}
