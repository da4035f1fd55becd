using Azure.Core;

namespace MentorBot.Adapters.Identity;

/// <summary>The bot's tokens for Teams.</summary>
public sealed class BotTokens(TokenCredential credential)
{
    /// <param name="scope">What the token is for, such as https://api.botframework.com/.default.</param>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">There is none to be had.</exception>
    public async ValueTask<string> For(string scope, CancellationToken cancellationToken) => (await Get(new([scope]), cancellationToken)).Token;

    internal ValueTask<AccessToken> Get(TokenRequestContext request, CancellationToken cancellationToken) => credential.GetTokenAsync(request, cancellationToken);
}
