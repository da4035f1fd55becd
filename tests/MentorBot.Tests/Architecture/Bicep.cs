using System.Text.RegularExpressions;

namespace MentorBot.Tests.Architecture;

/// <summary>One file of infra/, read as text: its own compiler is not at hand. It keeps to a form that lets itself be read so.</summary>
internal sealed partial class Bicep(string file)
{
    /// <summary>All of them, by the names of their files.</summary>
    public static readonly IReadOnlyDictionary<string, Bicep> All = Directory.EnumerateFiles(Path.Combine(House.Root, "infra"), "*.bicep")
        .ToDictionary(file => Path.GetFileName(file), file => new Bicep(Path.GetFileName(file)), StringComparer.Ordinal);

    public string Text { get; } = File.ReadAllText(Path.Combine(House.Root, "infra", file));

    /// <summary>Parameters by their names, and whether they may be left out.</summary>
    public Dictionary<string, bool> Parameters =>
        Parameter().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Success, StringComparer.Ordinal);

    public HashSet<string> Outputs => [.. Output().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>Resources by their symbols: of what type, and what is said of them.</summary>
    public Dictionary<string, (string Type, string Body)> Resources => Resource().Matches(Text)
        .ToDictionary(match => match.Groups["symbol"].Value, match => (match.Groups["type"].Value, match.Groups["body"].Value), StringComparer.Ordinal);

    /// <summary>Modules by their symbols: of which file, and which parameters they are given.</summary>
    public Dictionary<string, (string File, string[] Given)> Modules => Module().Matches(Text).ToDictionary(
        match => match.Groups["symbol"].Value,
        match => (match.Groups["file"].Value, GivenParameter().Matches(match.Groups["body"].Value).Select(given => given.Groups["name"].Value).ToArray()),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^param (?<name>\w+) [^=\n]+(?<default>=.*)?$", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^resource (?<symbol>\w+) '(?<type>[\w./]+)@(?<version>[\w-]+)' = (?:if \(.+\) )?\{(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^module (?<symbol>\w+) '(?<file>[\w./]+)' = (?:if \([^\n]+\) )?\{(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Module();

    [GeneratedRegex(@"^    (?<name>\w+): ", RegexOptions.Multiline)]
    private static partial Regex GivenParameter();
}
