using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MentorBot.Settings;

/// <summary>
/// The settings that there are, and of what kind each is: those of the file of defaults; and those of the programme, where an empty
/// list shows nothing of its entries. Entries of lists are written with a star.
/// </summary>
public static partial class SettingNames
{
    private const string Programme = "Programme";

    /// <summary>Whoever logs has a level, known here or not.</summary>
    private const string Logging = "Logging";

    private static readonly Dictionary<string, Type> Kinds = Leaves(typeof(ProgrammeOptions), Programme)
        .Concat(SettingsLayers.Defaults().AsEnumerable()
            .Where(setting => setting.Value is not null && TopOf(setting.Key) != Programme)
            .Select(setting => (Name: WithStars(setting.Key), Kind: typeof(string))))
        .DistinctBy(setting => setting.Name)
        .ToDictionary(setting => setting.Name, setting => setting.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> OurTops = Kinds.Keys.Select(TopOf).Where(top => top != Logging).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <summary>What is set as another kind than it is: a word for a number, one value for a list.</summary>
    public static IEnumerable<string> Misshapen(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(setting => setting.Value is not null && IsOurs(setting.Key)).Select(setting => Complaint(setting.Key, setting.Value!)).OfType<string>().Distinct();

    /// <summary>The environment is everybody's: a single word in it may well be somebody else's.</summary>
    private static bool IsOurs(string name) => name.Contains(':') && OurTops.Contains(TopOf(name));

    private static string? Complaint(string name, string value)
    {
        var starred = WithStars(name);
        if (Kinds.TryGetValue(starred, out var kind))
        {
            if (kind == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
                return $"{name}: must be a whole number, and is \"{value}\".";
            return kind == typeof(bool) && !bool.TryParse(value, out _) ? $"{name}: must be true or false, and is \"{value}\"." : null;
        }

        if (Kinds.Keys.FirstOrDefault(known => IsBelow(starred, known)) is { } below)
            return value.Length == 0 ? null : $"{name}: must be a {(below[starred.Length + 1] == '*' ? "list" : "section")}, such as {AsFirst(below)}, and is one value.";
        if (Kinds.Keys.FirstOrDefault(known => IsBelow(known, starred)) is { } above)
            return $"{AsFirst(above)}: must be one value, and is a list or section.";
        return null;
    }

    private static bool IsBelow(string name, string other) => other.Length > name.Length && other[name.Length] == ':' && other.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string TopOf(string name) => name.Split(':')[0];

    private static string WithStars(string name) => ListEntry().Replace(name, ":*");

    private static string AsFirst(string starred) => starred.Replace('*', '0');

    private static IEnumerable<(string Name, Type Kind)> Leaves(Type type, string name)
    {
        if (type == typeof(string) || type.IsPrimitive)
            return [(name, type)];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return Leaves(type.GenericTypeArguments[0], name + ":*");
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Leaves(property.PropertyType, $"{name}:{property.Name}"));
    }

    [GeneratedRegex(@":\d+(?=:|\z)")]
    private static partial Regex ListEntry();
}
