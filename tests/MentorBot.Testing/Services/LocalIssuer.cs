using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MentorBot.Adapters.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Services;

/// <summary>
/// Stands for the two that give tokens: the channel, whose keys the bot looks up, and the directory, where the bot gets its own.
/// Over https, on this machine, with the shared <see cref="TestCertificate"/>.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    /// <summary>Who signs the channel's tokens.</summary>
    public const string Issuer = "https://api.botframework.com";

    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "99999999-2222-4333-8444-555555555555";
    public const string Password = "hush-hush-of-the-bot";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentDictionary<string, string> given = new(StringComparer.Ordinal);
    private int serial;

    private LocalIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = TestCertificate.Shared.Certificate })));
        app = builder.Build();
        app.Run(Serve);
    }

    /// <summary>The key in use.</summary>
    public IssuerKey Key { get; private set; } = new("key-0", "msteams");

    /// <summary>All keys of the set; a test may add its own.</summary>
    public ConcurrentBag<IssuerKey> Keys { get; private set; } = [];

    public Uri Address => new(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public string MetadataUrl => new Uri(Address, "/v1/.well-known/openidconfiguration").AbsoluteUri;

    /// <summary>How often the key set was fetched.</summary>
    public int KeyFetches => requests.Count(path => path == "/v1/keys");

    /// <summary>The paths at which tokens were asked for, in their order.</summary>
    public IReadOnlyList<string> TokenRequests => [.. requests.Where(path => path.EndsWith("/token", StringComparison.Ordinal))];

    /// <summary>Where a certificate may sign the bot in, this one; null for the password alone.</summary>
    public X509Certificate2? AppCertificate { get; set; }

    /// <summary>How long a token lasts, in seconds.</summary>
    public int Lifetime { get; set; } = 3600;

    /// <summary>Why nobody gets a token, in the words of a directory; null as long as they get one.</summary>
    public string? Refusal { get; set; }

    /// <summary>How far the time that its answers tell is from that of this machine.</summary>
    public TimeSpan ClockIsAhead { get; set; }

    /// <summary>Runs before a token is given: the place to wait, or to fail with a status.</summary>
    public Func<Task<int?>> BeforeToken { get; set; } = () => Task.FromResult<int?>(null);

    public static async Task<LocalIssuer> Start()
    {
        var issuer = new LocalIssuer();
        issuer.Keys.Add(issuer.Key);
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>The settings of a bot that believes this issuer and signs in here with its password.</summary>
    public string[] Settings() =>
    [
        "MicrosoftAppType=SingleTenant", $"MicrosoftAppId={AppId}", $"MicrosoftAppTenantId={Tenant}", $"MicrosoftAppPassword={Password}", $"Tenant={Tenant}",
        $"Identity:Authority={Address}", $"ToBotFromChannelOpenIdMetadataUrl={MetadataUrl}", $"ToBotFromChannelTokenIssuer={Issuer}", "PublicAddress=https://mentoring.example.org",
    ];

    /// <summary>In place of the bot's own: it trusts the certificate of this machine.</summary>
    public static void Trust(IServiceCollection services) => services.AddSingleton<ServiceNetwork>(_ => TestCertificate.Shared.Network());

    /// <summary>A new key takes the old one's place.</summary>
    public void Rotate()
    {
        Key = new IssuerKey($"key-{Interlocked.Increment(ref serial)}", "msteams");
        Keys = [Key];
    }

    /// <summary>What the channel sends with an activity of this service URL; good unless changed.</summary>
    public TestToken ForActivity(string? serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new(new JObject { ["iss"] = Issuer, ["aud"] = AppId, ["nbf"] = now - 10, ["exp"] = now + 3600, ["serviceurl"] = serviceUrl }, Key);
    }

    /// <summary>Whether the header bears a token that was given here, for this audience.</summary>
    public bool Gave(string? authorization, string audience) =>
        authorization?.Split(' ') is ["Bearer", var token] && given.TryGetValue(token, out var scope) && scope == $"{audience}/.default";

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var key in Keys)
            key.Dispose();
    }

    private async Task Serve(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        requests.Enqueue(path);
        http.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + ClockIsAhead).ToString("R", CultureInfo.InvariantCulture);
        var answer = path switch
        {
            "/v1/.well-known/openidconfiguration" => new JObject { ["issuer"] = Issuer, ["jwks_uri"] = new Uri(Address, "/v1/keys").AbsoluteUri },
            "/v1/keys" => new JObject { ["keys"] = new JArray(Keys.Select(key => key.Public())) },
            _ when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) => await Token(http, path),
            _ => null,
        };
        if (answer is null)
            http.Response.StatusCode = http.Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status404NotFound : http.Response.StatusCode;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync((answer ?? []).ToString(Formatting.None));
    }

    private async Task<JObject?> Token(HttpContext http, string path)
    {
        if (await BeforeToken() is { } status)
        {
            http.Response.StatusCode = status;
            return null;
        }

        var form = await http.Request.ReadFormAsync();
        if (Refusal is not null || form["grant_type"] != "client_credentials" || form["client_id"] != AppId || !(form["client_secret"] == Password || await IsSignedIn(form["client_assertion"], path)))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return new JObject { ["error"] = "invalid_client", ["error_description"] = Refusal ?? "AADSTS7000215: Invalid client secret provided." };
        }

        var scope = form["scope"].ToString().Split(' ')[0];
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var token = new TestToken(
            new JObject
            {
                ["iss"] = $"https://sts.windows.net/{Tenant}/",
                ["aud"] = scope.EndsWith("/.default", StringComparison.Ordinal) ? scope[..^"/.default".Length] : scope,
                ["appid"] = AppId,
                ["iat"] = now,
                ["nbf"] = now - 300,
                ["exp"] = now + Lifetime,
                ["jti"] = Interlocked.Increment(ref serial).ToString(CultureInfo.InvariantCulture),
            },
            Key).ToString();
        given[token] = scope;
        return new JObject { ["token_type"] = "Bearer", ["expires_in"] = Lifetime, ["ext_expires_in"] = Lifetime, ["access_token"] = token };
    }

    /// <summary>The proof of having the certificate's key: a token to this address, signed with it.</summary>
    private async Task<bool> IsSignedIn(string? assertion, string path) => AppCertificate is not null && assertion is not null && (await new JsonWebTokenHandler().ValidateTokenAsync(
        assertion,
        new TokenValidationParameters { ValidIssuer = AppId, ValidAudience = new Uri(Address, path).AbsoluteUri, IssuerSigningKey = new X509SecurityKey(AppCertificate) })).IsValid;
}
