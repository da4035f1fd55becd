using System.Buffers.Text;
using System.Security.Cryptography;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Services;

/// <summary>A key that an issuer signs with.</summary>
public sealed class IssuerKey(string id, params string[] endorsements) : IDisposable
{
    public string Id { get; } = id;

    public RSA Rsa { get; } = RSA.Create(2048);

    /// <summary>Its public half, as a key set has it.</summary>
    public JObject Public()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        return new JObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JArray(endorsements),
        };
    }

    public void Dispose() => Rsa.Dispose();
}
