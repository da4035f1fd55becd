using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Ids from outside as names of files and folders: small ASCII letters, digits and . _ @ - stay, anything else becomes !XXXX (its
/// UTF-16 code). Capitals do not stay, for some disks take them for small letters; nor does a dot at either end, which could
/// lead out of the folder. What would be too long a name becomes its digest.
/// </summary>
internal static class FileNameText
{
    /// <summary>Disks allow 255; the rest is for what is put around it.</summary>
    private const int Longest = 200;

    public static string Of(string id)
    {
        var name = new StringBuilder(id.Length + 16);
        for (var at = 0; at < id.Length; at++)
        {
            if (char.IsAsciiLetterLower(id[at]) || char.IsAsciiDigit(id[at]) || id[at] is '_' or '@' or '-' || (id[at] == '.' && at > 0 && at < id.Length - 1))
                name.Append(id[at]);
            else
                name.Append('!').Append(((int)id[at]).ToString("X4", CultureInfo.InvariantCulture));
        }

        // "~" stands in no other name.
        return name.Length is 0 or > Longest ? $"~{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())))}" : name.ToString();
    }
}
