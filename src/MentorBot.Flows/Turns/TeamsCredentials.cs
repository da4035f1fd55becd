using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace MentorBot.Flows.Turns;

/// <summary>The bot's app id, and its token on each call to Teams.</summary>
public sealed class TeamsCredentials(string ownAppId, BotToken token) : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == ownAppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        appId == ownAppId
            ? Task.FromResult<ServiceClientCredentials>(new Bearer(token, $"{audience}/.default"))
            : throw new UnauthorizedAccessException();

    private sealed class Bearer(BotToken token, string scope) : ServiceClientCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(cancellationToken));
            await base.ProcessHttpRequestAsync(request, cancellationToken);
        }

        private async Task<string> Token(CancellationToken cancellationToken)
        {
            try
            {
                return await token(scope, cancellationToken);
            }
            catch (Exception why) when (!cancellationToken.IsCancellationRequested)
            {
                throw new NoTokenException(why);
            }
        }
    }
}
