using System.Reflection;
using System.Text.RegularExpressions;
using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Architecture;

/// <summary>The settings of the bot, by name. Entries of lists are written with a star.</summary>
internal static partial class Setting
{
    public static readonly IConfigurationRoot Defaults = new ConfigurationBuilder().AddJsonFile(Path.Combine(House.Root, "src/MentorBot/appsettings.json")).Build();

    public static readonly HashSet<string> Names = All();

    private static HashSet<string> All()
    {
        var all = Defaults.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => ListEntry().Replace(setting.Key, ":*"))
            .Concat(Leaves(typeof(ProgrammeOptions), "Programme")).ToHashSet(StringComparer.Ordinal);

        // An empty list shows none of what its entries have.
        return [.. all.Where(one => !all.Any(other => other.StartsWith(one + ":", StringComparison.Ordinal)))];
    }

    private static IEnumerable<string> Leaves(Type type, string name)
    {
        if (type == typeof(string) || type.IsPrimitive)
            return [name];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return Leaves(type.GenericTypeArguments[0], name + ":*");
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Leaves(property.PropertyType, $"{name}:{property.Name}"));
    }

    [GeneratedRegex(@":\d+")]
    private static partial Regex ListEntry();
}
