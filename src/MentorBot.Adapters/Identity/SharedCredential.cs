using System.Collections.Concurrent;
using Azure.Core;

namespace MentorBot.Adapters.Identity;

/// <summary>
/// Keeps tokens, one for each scope, and gets the next before one expires: one request at a time, however many ask. Who stops
/// waiting stops nobody else, and a failure is forgotten with the next who asks.
/// </summary>
internal sealed class SharedCredential(TokenCredential inner, TimeProvider time) : TokenCredential
{
    /// <summary>A token younger than this before its end is not handed out: it has to last for the call.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>The next is fetched so long before the end, where the issuer says nothing else.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>An early attempt that failed is repeated after this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Slot> slots = new(StringComparer.Ordinal);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        // A service that names claims refused the token there is.
        if (requestContext.Claims is not null)
            return inner.GetTokenAsync(requestContext, cancellationToken);

        var slot = slots.GetOrAdd($"{requestContext.TenantId} {string.Join(' ', requestContext.Scopes)}", _ => new Slot(() => Fetch(requestContext), time));
        return slot.Get(cancellationToken);
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    private async Task<AccessToken> Fetch(TokenRequestContext requestContext)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        return await inner.GetTokenAsync(requestContext, limit.Token);
    }

    private sealed class Slot(Func<Task<AccessToken>> fetch, TimeProvider time)
    {
        private readonly Lock gate = new();
        private AccessToken? known;
        private Task<AccessToken>? fetching;
        private DateTimeOffset notBefore;

        public ValueTask<AccessToken> Get(CancellationToken cancellationToken)
        {
            lock (gate)
            {
                var now = time.GetUtcNow();
                if (known is not { } token || token.ExpiresOn - now <= Margin)
                    return new(Next(now).WaitAsync(cancellationToken));
                if (now >= (token.RefreshOn ?? token.ExpiresOn - Early) && now >= notBefore)
                    Next(now);
                return new(token);
            }
        }

        private Task<AccessToken> Next(DateTimeOffset now)
        {
            if (fetching is not null)
                return fetching;
            notBefore = now + Pause;
            fetching = Task.Run(Fetch);

            // Where the token there is was good enough nobody waits, and nobody else would look.
            fetching.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return fetching;
        }

        private async Task<AccessToken> Fetch()
        {
            AccessToken? fetched = null;
            try
            {
                fetched = await fetch();
                return fetched.Value;
            }
            finally
            {
                lock (gate)
                    (known, fetching) = (fetched ?? known, null);
            }
        }
    }
}
