using System.Text.RegularExpressions;
using MentorBot.Settings;

namespace MentorBot.Tests.Architecture;

/// <summary>docs/operating.md tells every setting, and none that there is not.</summary>
public sealed partial class OperatingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(House.Root, "docs/operating.md")).ReplaceLineEndings("\n");

    /// <summary>Those of the first columns of its tables of settings.</summary>
    private static readonly List<string> Told = [.. TheTables().Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Quoted().Matches(line.Split('|')[1])).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void Every_setting_is_told_once()
    {
        Assert.Empty(SettingNames.All.Except(Told).Select(name => $"{name}: say in docs/operating.md what it is."));
        Assert.Equal(Told.Distinct(StringComparer.Ordinal), Told);
    }

    [Fact]
    public void No_setting_is_told_that_there_is_not() => Assert.Empty(Told.Except(SettingNames.All));

    [Fact]
    public void Whatever_else_the_page_calls_by_the_name_of_a_setting_is_one()
    {
        var named = Named().Matches(Page).Select(match => ListEntry().Replace(match.Value.Replace("__", ":", StringComparison.Ordinal), ":*")).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Storage:ConnectionString", named);
        Assert.All(named, name => Assert.Contains(SettingNames.All, setting => setting == name || setting.StartsWith(name + ":", StringComparison.Ordinal)));
    }

    private static string TheTables()
    {
        var from = Page.IndexOf("\n## Every setting\n", StringComparison.Ordinal);
        return Page[from..Page.IndexOf("\n## ", from + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"MicrosoftApp\w+|\b(?:Directory|Calendars|Data|Storage|KeyVault|Identity|Teams|Graph|Programme|Logging)(?:(?::|__)[A-Z0-9*]\w*)+")]
    private static partial Regex Named();

    [GeneratedRegex(@":\d+")]
    private static partial Regex ListEntry();
}
