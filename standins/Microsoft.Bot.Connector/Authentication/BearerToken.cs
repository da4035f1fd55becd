using System.Buffers.Text;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

internal static class BearerToken
{
    /// <exception cref="ArgumentException">The header says that it bears a token, and what it bears is none.</exception>
    public static void ThrowIfUnreadable(string authHeader)
    {
        var words = authHeader?.Split(' ') ?? [];
        if (words.Length != 2 || !words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return;

        var parts = words[1].Split('.');
        if (parts.Length != 3 || !IsJson(parts[0]) || !IsJson(parts[1]))
            throw new ArgumentException("The token in the Authorization header is not a JSON web token.", nameof(authHeader));
    }

    private static bool IsJson(string part)
    {
        try
        {
            JObject.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)));
            return true;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return false;
        }
    }
}
