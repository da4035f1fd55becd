using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;

namespace MentorBot.Adapters.KeyVault;

/// <summary>What the vault answers. It may hold a key in the clear, so it is read as bytes, never as text, and wiped.</summary>
internal static class VaultAnswer
{
    /// <summary>The key id and the value of an answer; nothing where it has another form. The caller wipes the value.</summary>
    public static (string Kid, byte[] Value)? Read(Response response)
    {
        var body = response.Content.ToMemory();
        byte[]? value = null;
        try
        {
            string? kid = null;
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var (isKid, isValue) = (reader.ValueTextEquals("kid"u8), reader.ValueTextEquals("value"u8));
                reader.Read();
                if (isKid && reader.TokenType == JsonTokenType.String)
                    kid = reader.GetString();
                if (isValue && value is null && reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && Base64Url.IsValid(reader.ValueSpan))
                    value = Base64Url.DecodeFromUtf8(reader.ValueSpan);
            }

            if (kid is not null && value is { Length: > 0 })
                return (kid, value);
        }
        catch (JsonException)
        {
            CryptographicOperations.ZeroMemory(value);
        }
        finally
        {
            if (MemoryMarshal.TryGetArray(body, out var bytes))
                CryptographicOperations.ZeroMemory(bytes);
        }

        return null;
    }

    /// <summary>The status and the vault's own words for it, such as "403 Forbidden ForbiddenByRbac": codes, and nothing else of the answer.</summary>
    public static string Reason(Response response)
    {
        try
        {
            using var answer = JsonDocument.Parse(response.Content.ToMemory());
            return answer.RootElement.TryGetProperty("error", out var error)
                ? $"{response.Status}{Code(error)}{(error.TryGetProperty("innererror", out var inner) ? Code(inner) : "")}"
                : $"{response.Status}";
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return $"{response.Status}";
        }
    }

    private static string Code(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
        && code.GetString() is { Length: > 0 and <= 64 } text && text.All(char.IsAsciiLetterOrDigit) ? " " + text : "";
}
