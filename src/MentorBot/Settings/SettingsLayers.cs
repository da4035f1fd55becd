using System.Text.Json;

namespace MentorBot.Settings;

/// <summary>
/// The defaults below what the operator set. A list that the operator set replaces the default one: merged entry by entry, as
/// configurations are, a theme or a deputy that somebody took out would still be there.
/// </summary>
public static class SettingsLayers
{
    private static readonly string[] Lists = ["Programme:Themes", "Programme:Coordinators", "Programme:Deputies", "Teams:ServiceUrls"];

    /// <summary>What the bot is shipped with.</summary>
    public static IConfiguration Defaults { get; } = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

    /// <summary>What the operator's own file says: nothing where there is none.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message tells the line.</exception>
    public static IConfiguration FromFile(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var why = unreadable.GetBaseException();
            throw new InvalidDataException(why is JsonException { LineNumber: { } line }
                ? $"{path}, line {line + 1}, is no JSON: {why.Message.Split(" LineNumber:")[0]}"
                : $"{path} cannot be read: {why.Message}");
        }
    }

    public static IConfiguration Over(IConfiguration defaults, IConfiguration operators)
    {
        var replaced = Lists.Where(list => operators.AsEnumerable().Any(setting => IsOf(list, setting.Key))).ToList();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(defaults.AsEnumerable().Where(setting => !replaced.Any(list => IsOf(list, setting.Key))))
            .AddInMemoryCollection(operators.AsEnumerable().Where(setting => setting.Value is not null))
            .Build();
    }

    private static bool IsOf(string list, string key) =>
        key.Equals(list, StringComparison.OrdinalIgnoreCase) || key.StartsWith(list + ':', StringComparison.OrdinalIgnoreCase);
}
