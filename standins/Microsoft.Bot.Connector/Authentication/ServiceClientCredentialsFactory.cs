using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Which app the bot is, and what it proves that with when it calls the channel.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <summary>Asked for once a turn or more, so it has to be cheap.</summary>
    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}
