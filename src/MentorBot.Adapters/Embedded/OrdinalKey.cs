using System.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Keys as bytes that compare like the strings: UTF-8, except that the two halves of a surrogate pair stand as three bytes
/// each. Plain UTF-8 would put U+E000 to U+FFFF before the pairs; ordinal comparison puts them after.
/// </summary>
internal static class OrdinalKey
{
    private const byte FirstOfHalf = 0xED;

    public static byte[] Encode(string key)
    {
        if (!key.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return Encoding.UTF8.GetBytes(key);

        var bytes = new List<byte>(key.Length * 3);
        foreach (var unit in key)
        {
            if (unit < 0x80)
            {
                bytes.Add((byte)unit);
            }
            else if (unit < 0x800)
            {
                bytes.Add((byte)(0xC0 | (unit >> 6)));
                bytes.Add((byte)(0x80 | (unit & 0x3F)));
            }
            else
            {
                bytes.Add((byte)(0xE0 | (unit >> 12)));
                bytes.Add((byte)(0x80 | ((unit >> 6) & 0x3F)));
                bytes.Add((byte)(0x80 | (unit & 0x3F)));
            }
        }

        return [.. bytes];
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains(FirstOfHalf))
            return Encoding.UTF8.GetString(bytes);

        var key = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var (unit, length) = bytes[0] switch
            {
                < 0x80 => (bytes[0], 1),
                < 0xE0 => (((bytes[0] & 0x1F) << 6) | (bytes[1] & 0x3F), 2),
                _ => (((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F), 3),
            };
            key.Append((char)unit);
            bytes = bytes[length..];
        }

        return key.ToString();
    }
}
