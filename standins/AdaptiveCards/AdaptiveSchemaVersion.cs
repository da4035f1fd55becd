using System.Globalization;

namespace AdaptiveCards;

public class AdaptiveSchemaVersion
{
    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    /// <exception cref="ArgumentException">The string is null.</exception>
    /// <exception cref="AdaptiveSerializationException">The string is not a number, or two with a dot between.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString is null)
            throw new ArgumentException("A version is needed.", nameof(versionString));

        var parts = versionString.Split('.');
        var minor = 0;
        if (!TryNumber(parts[0], out var major) || (parts.Length > 1 && !TryNumber(parts[1], out minor)))
            throw new AdaptiveSerializationException($"'{versionString}' is not a valid version identifier");
        Major = major;
        Minor = minor;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
}
