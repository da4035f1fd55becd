using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Queues;

/// <summary>Signs each attempt with the account's key: "Authorize with Shared Key" of the storage services' REST documentation.</summary>
internal sealed class SharedKeyPolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    /// <summary>Headers that are signed by value alone, in this order; Content-Length and Date go between them.</summary>
    private static readonly string[] AfterDate = ["If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"];

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(StringToSign(request)));
        request.Headers.SetValue("Authorization", $"SharedKey {account}:{Convert.ToBase64String(signature)}");
    }

    internal string StringToSign(Request request)
    {
        var length = request.Content is { } content && content.TryComputeLength(out var bytes) && bytes > 0 ? bytes.ToString(CultureInfo.InvariantCulture) : "";
        var lines = new List<string>
        {
            request.Method.Method,
            Header("Content-Encoding"),
            Header("Content-Language"),
            length,
            Header("Content-MD5"),
            Header("Content-Type"),
            "", // The date is in x-ms-date.
        };
        lines.AddRange(AfterDate.Select(Header));
        lines.AddRange(request.Headers
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value}"));

        var uri = request.Uri.ToUri();
        lines.Add($"/{account}{uri.AbsolutePath}");
        lines.AddRange(uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Uri.UnescapeDataString(pair[0]).ToLowerInvariant(), Value: pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : ""))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}:{pair.Value}"));
        return string.Join('\n', lines);

        string Header(string name) => request.Headers.TryGetValue(name, out var value) ? value : "";
    }
}
