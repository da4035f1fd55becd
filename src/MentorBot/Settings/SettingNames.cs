using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MentorBot.Flows.Turns;

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

    private const int MostSlips = 2;

    private static readonly Dictionary<string, Type> Kinds = Leaves(typeof(ProgrammeOptions), Programme)
        .Concat(SettingsLayers.Defaults.AsEnumerable()
            .Where(setting => setting.Value is not null && TopOf(setting.Key) != Programme)
            .Select(setting => (Name: WithStars(setting.Key), Kind: typeof(string))))
        .DistinctBy(setting => setting.Name)
        .ToDictionary(setting => setting.Name, setting => setting.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> OurTops = Kinds.Keys.Select(TopOf).Where(top => top != Logging).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <summary>Names that there are not, and what is of another kind than it should be: a word for a number, one value for a list.</summary>
    /// <param name="file">What the operator's own file says. In it nothing else may stand; among the rest, nothing under our own names.</param>
    public static IEnumerable<string> Complaints(IConfiguration configuration, IConfiguration? file) =>
        configuration.AsEnumerable().Where(setting => IsOurs(setting.Key))
            .Concat(file?.AsEnumerable().Where(setting => !IsOurs(setting.Key) && !TopOf(setting.Key).Equals(Logging, StringComparison.OrdinalIgnoreCase)) ?? [])
            .Where(setting => setting.Value is not null)
            .Select(setting => Complaint(setting.Key, setting.Value!))
            .OfType<string>()
            .Concat(LevelComplaints(configuration.GetSection("Logging:LogLevel")))
            .Distinct();

    /// <summary>Whether that can be set, on a command line.</summary>
    public static bool Knows(string name) =>
        WithStars(name) is var starred && (Kinds.ContainsKey(starred) || Kinds.ContainsKey(starred + ":*") || IsBelow(Logging, name));

    /// <param name="others">What else it may have been.</param>
    /// <returns>Null where nothing is near: two slips at most, and not in a short word.</returns>
    public static string? NearestTo(string name, params IEnumerable<string> others)
    {
        var typed = AsList(name);
        var (near, slips) = All.Concat(others).Select(one => (one, WordFinder.Slips(typed, AsList(one)))).MinBy(one => one.Item2);
        return slips <= MostSlips && slips * 2 <= typed.Length ? AsFirst(near) : null;
    }

    /// <summary>The environment is everybody's: a single word in it may well be somebody else's.</summary>
    private static bool IsOurs(string name) => name.Contains(':') ? OurTops.Contains(TopOf(name)) : name.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase);

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
        return $"{name}: there is no such setting. {(NearestTo(name) is { } near ? $"Did you mean {near}?" : "docs/operating.md lists them all.")}";
    }

    private static IEnumerable<string> LevelComplaints(IConfigurationSection levels) => levels.GetChildren()
        .Where(level => level.Value is { Length: > 0 } value && !(Enum.TryParse<LogLevel>(value, ignoreCase: true, out var known) && Enum.IsDefined(known)))
        .Select(level => $"{level.Path}: must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, and is \"{level.Value}\".");

    private static bool IsBelow(string name, string other) => other.Length > name.Length && other[name.Length] == ':' && other.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string TopOf(string name) => name.Split(':')[0];

    private static string WithStars(string name) => ListEntry().Replace(name, ":*");

    private static string AsList(string name) => (WithStars(name) is var starred && starred.EndsWith(":*", StringComparison.Ordinal) ? starred[..^2] : starred).ToUpperInvariant();

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
