using System.Text.RegularExpressions;
using MentorBot.Commands;

namespace MentorBot.Tests.Architecture;

/// <summary>Whatever the pages say to type is there to be typed. What needs a subscription is marked there as not run.</summary>
public sealed partial class TypedCommandTests
{
    private static readonly string[] Pages =
    [
        "README.md", "infra/README.md", "tests/MentorBot.Benchmarks/README.md",
        .. Directory.GetFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(House.Root, page)),
    ];

    public static TheoryData<string> Lines => [.. Pages.SelectMany(page => Typed().Matches(File.ReadAllText(Path.Combine(House.Root, page))).Select(match => match.Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_a_page_says_to_type_is_understood(string line)
    {
        // <appId> and the like are for whoever types it.
        var words = Placeholder().Replace(line, "11111111-2222-3333-4444-555555555555").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (program, rest) = (words[0], words[1..]);
        switch (program)
        {
            case "MentorBot":
                Assert.True(CommandLine.AsksForHelp(rest) || CommandLine.Complaint(rest) is null, CommandLine.Complaint(rest));
                break;
            case "dotnet" when rest[0] == "run":
                var project = Assert.Single(Directory.GetFiles(Path.Combine(House.Root, rest[Array.IndexOf(rest, "--project") + 1]), "*.csproj"));
                string[] behind = [.. rest.SkipWhile(word => word != "--").Skip(1)];
                if (Path.GetFileName(project) == "MentorBot.csproj" && behind is not ["pack", ..])
                    Assert.Null(CommandLine.Complaint(behind));
                break;
            case "npx":
                Assert.Contains(rest.First(word => word.StartsWith("azurite@", StringComparison.Ordinal)).Replace("@", "\": \"", StringComparison.Ordinal), File.ReadAllText(Path.Combine(House.Root, "src/MentorBot.Rehearsal/Azurite/package.json")), StringComparison.Ordinal);
                break;
            case var script when script.Contains("infra/", StringComparison.Ordinal):
                var file = Path.Combine(House.Root, script);
                Assert.True(File.Exists(file), $"There is no {script}.");
                if (!OperatingSystem.IsWindows() && script.EndsWith(".sh", StringComparison.Ordinal))
                    Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), $"{script} cannot be run.");
                break;
        }
    }

    /// <summary>At the beginning of a line of code, or of code within a sentence.</summary>
    [GeneratedRegex(@"(?:(?<=^ *|`)(?:dotnet run|npx|(?:\./)?infra/[\w-]+\.(?:sh|ps1))|(?<=`|/app/)MentorBot (?=[a-z-]))[^`""\n]*", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Placeholder();
}
