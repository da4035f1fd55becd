using System.Buffers.Text;
using System.Text.Json;

namespace MentorBot.Flows.Turns;

/// <summary>The Authorization header of a request, looked at before anything is believed.</summary>
internal static class BearerHeader
{
    /// <summary>In characters; those of Teams have some two thousand.</summary>
    private const int Longest = 16 * 1024;

    private const string Scheme = "Bearer ";

    /// <returns>The same, its scheme written as the SDK wants it; null for anything but one token that says it is signed with RS256.</returns>
    public static string? Read(string? header)
    {
        if (header is not { Length: <= Longest } || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var token = header[Scheme.Length..];
        return token.Split('.') is [var head, { Length: > 0 }, { Length: > 0 }] && token.All(char.IsAscii) && !token.Any(char.IsWhiteSpace) && IsRs256(head) ? Scheme + token : null;
    }

    private static bool IsRs256(string head)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(head));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("alg", out var algorithm)
                && algorithm.ValueKind == JsonValueKind.String
                && algorithm.ValueEquals("RS256");
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return false;
        }
    }
}
