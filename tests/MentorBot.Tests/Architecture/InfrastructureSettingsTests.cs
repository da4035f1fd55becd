using System.Text.RegularExpressions;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Architecture;

/// <summary>
/// Every setting of the bot has a home in infra/: an environment variable, or a line in settings.md with the reason why not. Entries
/// of lists are written with a star.
/// </summary>
public sealed partial class InfrastructureSettingsTests
{
    private const string Anyone = "11111111-2222-3333-4444-555555555555";

    /// <summary>What app.bicep is given, as a deployment would give it.</summary>
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["tenantId"] = Anyone,
        ["appId"] = Anyone,
        ["publicAddress"] = "https://mentorbot.example.org",
        ["tables"] = "https://account.table.core.windows.net",
        ["queues"] = "https://account.queue.core.windows.net",
        ["masterKey"] = "https://vault.vault.azure.net/keys/mentorbot",
        ["logLevel"] = "Information",
        ["group.id"] = "kitchen",
        ["group.name"] = "The kitchen",
        ["programme.groups[i].departments[j]"] = "Kitchen",
    };

    /// <summary>What app.bicep sets, and to what.</summary>
    private static readonly Dictionary<string, string> Set = Variable().Matches(Bicep.All["app.bicep"].Text)
        .ToDictionary(match => Index().Replace(match.Groups["name"].Value, "*").Replace("__", ":", StringComparison.Ordinal), match => match.Groups["value"].Value, StringComparer.Ordinal);

    /// <summary>What settings.md leaves alone, and why.</summary>
    private static readonly Dictionary<string, string> LeftAlone = Row().Matches(File.ReadAllText(Path.Combine(House.Root, "infra/settings.md")))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["why"].Value.Trim(), StringComparer.Ordinal);

    [Fact]
    public void Every_setting_has_a_home_in_the_infrastructure() =>
        Assert.Empty(SettingNames.All.Except(Set.Keys).Except(LeftAlone.Keys).Select(name => $"{name}: set it in infra/app.bicep, or say in infra/settings.md why not."));

    [Fact]
    public void The_infrastructure_sets_nothing_that_the_bot_does_not_know() =>
        Assert.Empty(Set.Keys.Concat(LeftAlone.Keys).Except(SettingNames.All));

    [Fact]
    public void What_is_left_alone_has_a_reason_and_is_not_set()
    {
        Assert.NotEmpty(LeftAlone);
        Assert.All(LeftAlone, left => Assert.True(left.Value.Length > 10, left.Key));
        Assert.Empty(LeftAlone.Keys.Intersect(Set.Keys));
    }

    /// <summary>A setting that is read, and that the file of defaults does not show, would escape these tests and whoever reads the file.</summary>
    [Fact]
    public void Every_setting_that_is_read_stands_among_the_defaults()
    {
        var read = House.Sources("src/MentorBot").SelectMany(House.Lines).SelectMany(line => SettingInCode().Matches(line)).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Storage:Kind", read);
        Assert.All(read, name => Assert.Contains(SettingNames.All, setting => setting == name || setting.StartsWith(name + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_bot_takes_what_the_infrastructure_sets()
    {
        var environment = Set.ToDictionary(variable => variable.Key.Replace("*", "0", StringComparison.Ordinal), variable => (string?)ValueOf(variable.Key, variable.Value));

        var reading = SettingsReader.Read(SettingsLayers.Over(SettingsLayers.Defaults, new ConfigurationBuilder().AddInMemoryCollection(environment).Build()), House.Root);

        var settings = Assert.IsType<SettingsReading.Good>(reading).Settings;
        Assert.Equal("http://0.0.0.0:8080", Assert.Single(settings.Urls));
        Assert.IsType<AppIdentity.Managed>(settings.Services.App);
        Assert.IsType<StorageAccount.ByIdentity>(settings.Services.Storage);
        Assert.NotNull(settings.Services.MasterKey);
        Assert.True(settings.Services is { DirectoryInGraph: true, CalendarsInGraph: true });
        Assert.Equal("Kitchen", Assert.Single(Assert.Single(settings.Programme.Groups).Departments));
    }

    private static string ValueOf(string name, string value) => value switch
    {
        ['\'', .. var literal, '\''] => literal.Replace("${port}", "8080", StringComparison.Ordinal),
        _ => Given.GetValueOrDefault(value) ?? SettingsLayers.Defaults[name.Replace("*", "0", StringComparison.Ordinal)] ?? throw new InvalidOperationException($"{name} is set to {value}: say in {nameof(Given)} what that may be."),
    };

    [GeneratedRegex(@"\{ name: '(?<name>[^']+)', value: (?<value>.+?) \}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{\w+\}")]
    private static partial Regex Index();

    [GeneratedRegex(@"^\| `(?<name>[\w:*]+)` \|(?<why>[^|]+)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"""(?<name>MicrosoftApp\w+|(?:Directory|Calendars|Data|Storage|KeyVault|Identity|Teams|Graph|Programme)(?::\w+)+)""")]
    private static partial Regex SettingInCode();
}
