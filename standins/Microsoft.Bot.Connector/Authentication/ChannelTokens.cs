using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Checks the token that a channel signs its requests with.</summary>
internal sealed class ChannelTokens(string issuer, IssuerKeys keys, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration settings)
{
    private static readonly JsonWebTokenHandler Tokens = new();

    /// <exception cref="UnauthorizedAccessException">It is not a token of the channel's, for this bot, for this service URL.</exception>
    /// <exception cref="ArgumentException">What the header bears is no token at all.</exception>
    public async Task<ClaimsIdentity> CheckAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        BearerToken.ThrowIfUnreadable(authHeader);
        var words = authHeader.Split(' ');
        if (words.Length != 2 || !words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw new UnauthorizedAccessException();

        var token = new JsonWebToken(words[1]);
        if (token.Issuer != issuer || string.IsNullOrEmpty(token.Kid))
            throw new UnauthorizedAccessException();
        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key || !settings.RequiredEndorsements.Append(channelId).All(key.Endorsements.Contains))
            throw new UnauthorizedAccessException();

        var checking = await Tokens.ValidateTokenAsync(token, Wanted(key));
        if (!checking.IsValid)
            throw new UnauthorizedAccessException(null, checking.Exception);

        if (token.Audiences.ToList() is not [var audience] || !await credentials.IsValidAppIdAsync(audience, cancellationToken))
            throw new UnauthorizedAccessException();

        if (serviceUrl != null && !serviceUrl.Equals(checking.ClaimsIdentity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value, StringComparison.OrdinalIgnoreCase))
            throw new UnauthorizedAccessException();
        return checking.ClaimsIdentity;
    }

    private TokenValidationParameters Wanted(SigningKey key) => new()
    {
        ValidIssuer = issuer,
        IssuerSigningKey = key.Key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromMinutes(5),

        // Whose the token is, is for the credentials to say.
        ValidateAudience = false,
    };
}
