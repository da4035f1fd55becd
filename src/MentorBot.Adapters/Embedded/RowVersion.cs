using System.Globalization;
using System.Security.Cryptography;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The versions of rows, which ETags spell out. They begin anywhere in 64 bits at every opening and then count up: within
/// one opening none comes twice, and after a restart, or over a file restored from a backup, a run of a thousand million
/// meets another such run once in about ten thousand million openings. A counter kept in the file would go back with it.
/// </summary>
internal sealed class RowVersion
{
    private long last = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public long Next() => unchecked(++last);

    public static string ToETag(long version) => version.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Null for what never was an ETag of this store, and so is no row's.</summary>
    public static long? FromETag(string etag) =>
        etag.Length == 16 && long.TryParse(etag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) ? version : null;
}
