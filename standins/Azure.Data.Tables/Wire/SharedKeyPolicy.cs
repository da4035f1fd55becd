using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Signs a request with the account's key: its date and what it asks for (the scheme called SharedKeyLite).</summary>
internal sealed class SharedKeyPolicy(string account, string key) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] key = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var resource = message.Request.Uri.ToUri();

        // With storage on one's own machine the account is the beginning of the path too, and then stands here twice.
        var signed = $"{date}\n/{account}{resource.AbsolutePath}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{signature}");
    }
}
