using System.Security.Cryptography;
using System.Text;
using MentorBot.Testing.Services;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Hosting;

/// <summary>What somebody might try who is not Teams, or is, and not for us: each is good but for one thing.</summary>
internal static class BadRequests
{
    private const string Theirs = "88888888-2222-4333-8444-555555555555";

    public static IReadOnlyDictionary<string, Func<AuthenticatedBot, BadRequest>> ByName { get; } = new Dictionary<string, Func<AuthenticatedBot, BadRequest>>
    {
        ["no header"] = bot => new(bot.Typed(), []),
        ["an empty header"] = bot => new(bot.Typed(), [""]),
        ["garbage"] = bot => new(bot.Typed(), ["Bearer garbage"]),
        ["two dots"] = bot => new(bot.Typed(), ["Bearer .."]),
        ["letters and dots"] = bot => new(bot.Typed(), ["Bearer a.b.c"]),
        ["five parts"] = bot => new(bot.Typed(), ["Bearer a.b.c.d.e"]),
        ["the scheme alone"] = bot => new(bot.Typed(), ["Bearer"]),
        ["another scheme"] = bot => new(bot.Typed(), [$"Basic {bot.Token()}"]),
        ["no scheme"] = bot => new(bot.Typed(), [bot.Token().ToString()]),
        ["two spaces"] = bot => new(bot.Typed(), [$"Bearer  {bot.Token()}"]),
        ["something after the token"] = bot => new(bot.Typed(), [$"Bearer {bot.Token()} more"]),
        ["a letter that is none of base64"] = bot => new(bot.Typed(), [$"Bearer é{bot.Token()}"]),
        ["two headers, the second good"] = bot => new(bot.Typed(), ["Bearer garbage", $"Bearer {bot.Token()}"]),
        ["two good headers"] = bot => new(bot.Typed(), [$"Bearer {bot.Token()}", $"Bearer {bot.Token()}"]),
        ["the token in the query"] = bot => new(bot.Typed(), []) { Query = $"?access_token={bot.Token()}" },
        ["the token in the body"] = bot => new(Changed(bot, activity => activity["authorization"] = $"Bearer {bot.Token()}"), []),
        ["an oversized token"] = bot => new(bot.Typed(), [$"Bearer {bot.Token().With("more", new string('x', 16 * 1024))}"]),

        ["signed with nothing"] = bot => Bears(bot, bot.Token() with { Algorithm = "none", Signature = _ => [] }),
        ["signed with nothing, in other letters"] = bot => Bears(bot, bot.Token() with { Algorithm = "nOnE", Signature = _ => [] }),
        ["says none and is signed"] = bot => Bears(bot, bot.Token() with { Algorithm = "none" }),
        ["without a signature"] = bot => Bears(bot, bot.Token() with { Signature = _ => [] }),
        ["with half a signature"] = bot => Bears(bot, bot.Token() with { Signature = signed => bot.Issuer.Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)[..128] }),
        ["HS256 with the public key as secret"] = bot => Bears(bot, bot.Token() with { Algorithm = "HS256", Signature = signed => HMACSHA256.HashData(Encoding.ASCII.GetBytes(bot.Issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem()), signed) }),
        ["HS256 with the modulus as secret"] = bot => Bears(bot, bot.Token() with { Algorithm = "HS256", Signature = signed => HMACSHA256.HashData(bot.Issuer.Key.Rsa.ExportParameters(false).Modulus!, signed) }),
        ["RS384"] = bot => Bears(bot, bot.Token() with { Algorithm = "RS384", Signature = signed => bot.Issuer.Key.Rsa.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1) }),
        ["PS256"] = bot => Bears(bot, bot.Token() with { Algorithm = "PS256", Signature = signed => bot.Issuer.Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) }),
        ["ES256"] = bot => Bears(bot, bot.Token() with { Algorithm = "ES256", Signature = SignWithCurve }),
        ["says RS256 and is signed otherwise"] = bot => Bears(bot, bot.Token() with { Signature = signed => bot.Issuer.Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) }),
        ["changed after it was signed"] = bot => Bears(bot, Recombined(bot.Token().With("aud", Theirs), bot.Token())),
        ["a foreign key by a known name"] = bot => Bears(bot, bot.Token() with { Key = bot.Foreign }),
        ["a foreign key by its own name"] = bot => Bears(bot, bot.Token() with { Key = bot.Foreign, KeyId = "key-of-a-stranger" }),
        ["a foreign key that it brings along"] = bot => Bears(bot, bot.Token() with { Key = bot.Foreign, KeyId = "key-of-a-stranger", MoreHead = new JObject { ["jwk"] = bot.Foreign.Public(), ["jku"] = "https://evil.example/keys" } }),
        ["a key without a name"] = bot => Bears(bot, bot.Token() with { KeyId = null }),
        ["a key whose name is a number"] = bot => Bears(bot, bot.Token() with { KeyId = null, MoreHead = new JObject { ["kid"] = 0 } }),
        ["a key for other channels"] = bot => Bears(bot, bot.Token() with { Key = bot.ForWebChat, KeyId = bot.ForWebChat.Id }),
        ["a key for no channel"] = bot => Bears(bot, bot.Token() with { Key = bot.ForNothing, KeyId = bot.ForNothing.Id }),

        ["another issuer"] = bot => Bears(bot, bot.Token().With("iss", "https://api.evil.example")),
        ["an issuer with a slash more"] = bot => Bears(bot, bot.Token().With("iss", LocalIssuer.Issuer + "/")),
        ["no issuer"] = bot => Bears(bot, bot.Token().With("iss", null)),
        ["another audience"] = bot => Bears(bot, bot.Token().With("aud", Theirs)),
        ["several audiences, ours first"] = bot => Bears(bot, bot.Token().With("aud", new JArray(LocalIssuer.AppId, Theirs))),
        ["several audiences, ours last"] = bot => Bears(bot, bot.Token().With("aud", new JArray(Theirs, LocalIssuer.AppId))),
        ["no audience"] = bot => Bears(bot, bot.Token().With("aud", null)),
        ["an empty audience"] = bot => Bears(bot, bot.Token().With("aud", "")),
        ["expired"] = bot => Bears(bot, bot.Token().With("nbf", Now(-60)).With("exp", Now(-6))),
        ["not yet valid"] = bot => Bears(bot, bot.Token().With("nbf", Now(6))),
        ["without an end"] = bot => Bears(bot, bot.Token().With("exp", null)),
        ["an end that is no number"] = bot => Bears(bot, bot.Token().With("exp", "tomorrow")),

        ["for no service URL"] = bot => Bears(bot, bot.Token().With("serviceurl", null)),
        ["for an empty service URL"] = bot => Bears(bot, bot.Token().With("serviceurl", "")),
        ["for another service URL"] = bot => Bears(bot, bot.Token().With("serviceurl", "https://smba.trafficmanager.net/teams/")),
        ["for another region"] = bot => Bears(bot, bot.Token().With("serviceurl", bot.ServiceUrl.Replace("amer", "emea", StringComparison.Ordinal))),
        ["the bot's own token"] = bot => Bears(bot, bot.Token().With("serviceurl", null).With("aud", LocalIssuer.Issuer).With("appid", LocalIssuer.AppId).With("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/").With("ver", "1.0")),
        ["no service URL in the body"] = bot => new(Changed(bot, activity => activity.Remove("serviceUrl")), [$"Bearer {bot.Token()}"]),
        ["no service URL anywhere"] = bot => new(Changed(bot, activity => activity.Remove("serviceUrl")), [$"Bearer {bot.Token().With("serviceurl", null)}"]),
        ["an empty service URL"] = bot => At(bot, ""),
        ["a service URL that is none"] = bot => At(bot, "amer"),
        ["elsewhere"] = bot => At(bot, "https://evil.example/amer/"),
        ["elsewhere on this machine"] = bot => At(bot, $"http://127.0.0.1:{bot.Port}/"),
        ["by another name"] = bot => At(bot, bot.ServiceUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
        ["with https instead"] = bot => At(bot, bot.ServiceUrl.Replace("http:", "https:", StringComparison.Ordinal)),
        ["with the right host as a user"] = bot => At(bot, $"{bot.ServiceUrl.Replace("/amer/", "", StringComparison.Ordinal)}@evil.example/"),
        ["with a user"] = bot => At(bot, bot.ServiceUrl.Replace("//", "//user@", StringComparison.Ordinal)),
        ["with the right host as a part of another"] = bot => At(bot, bot.ServiceUrl.Replace("127.0.0.1", "127.0.0.1.evil.example", StringComparison.Ordinal)),
        ["with the right host in the query"] = bot => At(bot, $"https://evil.example/?{bot.ServiceUrl}"),

        ["another channel"] = bot => new(Changed(bot, activity => activity["channelId"] = "webchat"), [$"Bearer {bot.Token()}"]),
        ["another channel, with its own key"] = bot => new(Changed(bot, activity => activity["channelId"] = "webchat"), [$"Bearer {bot.Token() with { Key = bot.ForWebChat, KeyId = bot.ForWebChat.Id }}"]),
        ["no channel"] = bot => new(Changed(bot, activity => activity.Remove("channelId")), [$"Bearer {bot.Token()}"]),
        ["another tenant"] = bot => OfTenants(bot, Theirs, Theirs),
        ["another tenant in the conversation"] = bot => OfTenants(bot, Theirs, LocalIssuer.Tenant),
        ["another tenant in the channel data"] = bot => OfTenants(bot, LocalIssuer.Tenant, Theirs),
        ["another tenant, in the conversation alone"] = bot => OfTenants(bot, Theirs, null),
        ["no tenant"] = bot => OfTenants(bot, null, null),
        ["an empty tenant"] = bot => OfTenants(bot, "", ""),
        ["another bot"] = bot => new(Changed(bot, activity => activity["recipient"]!["id"] = $"28:{Theirs}"), [$"Bearer {bot.Token()}"]),
        ["a bot whose name ends like ours"] = bot => new(Changed(bot, activity => activity["recipient"]!["id"] = $"28:x{LocalIssuer.AppId}"), [$"Bearer {bot.Token()}"]),
        ["no recipient"] = bot => new(Changed(bot, activity => activity.Remove("recipient")), [$"Bearer {bot.Token()}"]),
        ["no sender"] = bot => new(Changed(bot, activity => activity.Remove("from")), [$"Bearer {bot.Token()}"]),
        ["no conversation"] = bot => new(Changed(bot, activity => activity.Remove("conversation")), [$"Bearer {bot.Token()}"]),
        ["a press without a header"] = bot => new(Changed(bot, activity => (activity["type"], activity["name"], activity["value"]) = ("invoke", "adaptiveCard/action", new JObject())), []),
    };

    private static BadRequest Bears(AuthenticatedBot bot, object token) => new(bot.Typed(), [$"Bearer {token}"]);

    /// <summary>Signed for that address, and with it in the body.</summary>
    private static BadRequest At(AuthenticatedBot bot, string serviceUrl) =>
        new(Changed(bot, activity => activity["serviceUrl"] = serviceUrl), [$"Bearer {bot.Issuer.ForActivity(serviceUrl)}"]);

    private static BadRequest OfTenants(AuthenticatedBot bot, string? inConversation, string? inChannelData) => new(
        Changed(bot, activity =>
        {
            activity["conversation"]!["tenantId"] = inConversation;
            activity["channelData"]!["tenant"]!["id"] = inChannelData;
        }),
        [$"Bearer {bot.Token()}"]);

    private static JObject Changed(AuthenticatedBot bot, Action<JObject> change)
    {
        var activity = bot.Typed();
        change(activity);
        return activity;
    }

    /// <summary>The claims of one with the signature of the other.</summary>
    private static string Recombined(TestToken claims, TestToken signature) => $"{string.Join('.', claims.ToString().Split('.')[..2])}.{signature.ToString().Split('.')[2]}";

    private static byte[] SignWithCurve(byte[] signed)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return curve.SignData(signed, HashAlgorithmName.SHA256);
    }

    private static long Now(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    /// <param name="Authorization">One header each.</param>
    internal sealed record BadRequest(JObject Activity, string[] Authorization)
    {
        public string Query { get; init; } = "";

        public string Body => Activity.ToString(Formatting.None);

        public IEnumerable<string> Headers => Authorization.Select(value => $"Authorization: {value}");
    }
}
