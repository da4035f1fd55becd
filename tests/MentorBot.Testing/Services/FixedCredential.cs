using System.Collections.Concurrent;
using Azure.Core;

namespace MentorBot.Testing.Services;

/// <summary>Gives out one token, and remembers for what it was asked.</summary>
public sealed class FixedCredential(string token) : TokenCredential
{
    public ConcurrentQueue<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        foreach (var scope in requestContext.Scopes)
            Scopes.Enqueue(scope);
        return new(token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
