using System.Globalization;
using System.Text;

namespace MentorBot.Storage.Rows;

/// <summary>
/// Ids from outside as parts of keys: ASCII letters, digits and . _ ~ @ - stay, anything else becomes !XXXX (its UTF-16 code), so
/// that no id can reach into another partition or hold a character that the store forbids.
/// </summary>
public static class KeyText
{
    public static string Of(string id)
    {
        foreach (var character in id)
            if (!Stays(character))
                return Escaped(id);
        return id;
    }

    public static string Back(string key)
    {
        if (!key.Contains('!', StringComparison.Ordinal))
            return key;

        var id = new StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] != '!')
            {
                id.Append(key[at]);
                continue;
            }

            id.Append((char)int.Parse(key.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            at += 4;
        }

        return id.ToString();
    }

    private static string Escaped(string id)
    {
        var key = new StringBuilder(id.Length + 16);
        foreach (var character in id)
        {
            if (Stays(character))
                key.Append(character);
            else
                key.Append('!').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }

    private static bool Stays(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '~' or '@' or '-';
}
