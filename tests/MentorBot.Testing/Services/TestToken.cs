using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Services;

/// <summary>A token in the making: whatever its claims and its header say, and however it is signed.</summary>
/// <param name="Claims">Its payload.</param>
/// <param name="Key">Who signs it.</param>
public sealed record TestToken(JObject Claims, IssuerKey Key)
{
    public string Algorithm { get; init; } = "RS256";

    /// <summary>Which key it says it is signed with; null says nothing.</summary>
    public string? KeyId { get; init; } = Key.Id;

    /// <summary>What else its header says.</summary>
    public JObject MoreHead { get; init; } = [];

    /// <summary>Signs head and payload; null signs as usual.</summary>
    public Func<byte[], byte[]>? Signature { get; init; }

    public TestToken With(string claim, JToken? value)
    {
        var claims = (JObject)Claims.DeepClone();
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        return this with { Claims = claims };
    }

    public override string ToString()
    {
        var head = new JObject { ["alg"] = Algorithm, ["typ"] = "JWT" };
        if (KeyId is not null)
            head["kid"] = KeyId;
        head.Merge(MoreHead);
        var signed = $"{Part(head)}.{Part(Claims)}";
        var sign = Signature ?? (bytes => Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(JObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToString(Formatting.None)));
}
