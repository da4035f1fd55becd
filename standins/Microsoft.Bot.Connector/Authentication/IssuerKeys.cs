using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The keys that a token issuer signs with, as its OpenID metadata has them. They are kept, and fetched again in the background
/// when they have grown old, and at once when a token names a key that nobody knows yet; that at most once in a while, since
/// anybody may name any key. ConfigurationManager, which is made for this, fetches in the background alone (unless the whole process
/// is switched), so that the first token after a rotation would be refused; and it keeps the last keys it had for ever.
/// </summary>
internal sealed partial class IssuerKeys(string metadataUrl, IHttpClientFactory clients, ILogger logger)
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(12);

    /// <summary>An issuer that cannot be asked is taken at its last word, but not for ever.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(5);

    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly HttpClient Shared = new();

    private readonly Lock _gate = new();
    private Task<Fetched> _fetching = Task.FromException<Fetched>(new InvalidOperationException("Never asked."));
    private Fetched _known;
    private long? _searched;
    private long? _failed;

    /// <returns>Null for a key that the issuer does not have.</returns>
    public async Task<SigningKey> FindAsync(string id, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        if (known.Keys.TryGetValue(id, out var key))
            return key;

        var newer = Search();
        return newer == null ? null : (await newer.WaitAsync(cancellationToken)).Keys.GetValueOrDefault(id);
    }

    private static TimeSpan Since(long moment) => TimeProvider.System.GetElapsedTime(moment);

    private async ValueTask<Fetched> KnownAsync(CancellationToken cancellationToken)
    {
        Task<Fetched> fetching = null;
        lock (_gate)
        {
            var known = _known;
            if (known == null || Since(known.At) > Old)
                fetching = Fetch();
            if (known != null && Since(known.At) <= TooOld)
                return known;
        }

        return await fetching.WaitAsync(cancellationToken);
    }

    private Task<Fetched> Search()
    {
        lock (_gate)
        {
            if (!_fetching.IsCompleted)
                return _fetching;
            if (_searched is { } at && Since(at) < BetweenSearches)
                return null;
            _searched = TimeProvider.System.GetTimestamp();
            return Fetch();
        }
    }

    /// <summary>One at a time, however many wait for it; and none of them can call it off for the others.</summary>
    private Task<Fetched> Fetch()
    {
        if (_fetching.IsCompleted && (_failed is not { } at || Since(at) > AfterFailure))
            _fetching = Task.Run(FetchAsync);
        return _fetching;
    }

    private async Task<Fetched> FetchAsync()
    {
        try
        {
            var client = clients?.CreateClient(string.Empty) ?? Shared;
            using var limit = new CancellationTokenSource(Longest);
            var metadata = OpenIdConnectConfiguration.Create(await client.GetStringAsync(Secure(metadataUrl), limit.Token));
            var keys = JObject.Parse(await client.GetStringAsync(Secure(metadata.JwksUri), limit.Token))["keys"] as JArray ?? [];
            var fetched = new Fetched(Read(keys), TimeProvider.System.GetTimestamp());
            lock (_gate)
                (_known, _failed) = (fetched, null);
            return fetched;
        }
        catch (Exception failure)
        {
            LogUnreachable(failure);
            lock (_gate)
                _failed = TimeProvider.System.GetTimestamp();
            throw;
        }
    }

    private static Dictionary<string, SigningKey> Read(JArray keys)
    {
        var read = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in keys.OfType<JObject>())
        {
            if (key["kid"] is JValue { Value: string id } && (string)key["kty"] == JsonWebAlgorithmsKeyTypes.RSA && (string)key["use"] is null or JsonWebKeyUseNames.Sig)
                read[id] = new SigningKey(new JsonWebKey(key.ToString()), (key["endorsements"] as JArray ?? []).Values<string>().ToHashSet(StringComparer.Ordinal));
        }

        return read;
    }

    private static Uri Secure(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
        ? url
        : throw new InvalidOperationException($"Keys come over https alone, not from '{address}'.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys that the channel signs with cannot be had. Until they can, requests are refused, or checked with the keys had before.")]
    private partial void LogUnreachable(Exception failure);

    private sealed record Fetched(Dictionary<string, SigningKey> Keys, long At);
}
