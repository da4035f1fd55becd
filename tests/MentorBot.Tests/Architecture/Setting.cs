using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Architecture;

/// <summary>The settings of the bot, by name. Entries of lists are written with a star.</summary>
internal static class Setting
{
    public static readonly IConfigurationRoot Defaults = new ConfigurationBuilder().AddJsonFile(Path.Combine(House.Root, "src/MentorBot/appsettings.json")).Build();

    public static readonly HashSet<string> Names = SettingNames.All.ToHashSet(StringComparer.Ordinal);
}
