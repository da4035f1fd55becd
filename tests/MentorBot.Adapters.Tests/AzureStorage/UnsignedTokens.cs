using System.Text.Json;
using Azure.Core;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>Bearer tokens as Azurite takes them: it looks at whom they are for, who issued them and until when they hold, and at no signature.</summary>
public sealed class UnsignedTokens(string audience = "https://storage.azure.com") : TokenCredential
{
    /// <summary>What was asked for.</summary>
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        var now = TimeProvider.System.GetUtcNow();
        var until = now.AddHours(1);
        var claims = new Dictionary<string, object>
        {
            ["aud"] = audience,
            ["iss"] = "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = until.ToUnixTimeSeconds(),
        };
        return new($"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}.{Part("unsigned")}", until);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));

    private static string Part(object part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part));
}
