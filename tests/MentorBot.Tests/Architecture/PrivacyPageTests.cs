using System.Text.RegularExpressions;

namespace MentorBot.Tests.Architecture;

/// <summary>docs/privacy.md promises nothing that no test shows.</summary>
public sealed partial class PrivacyPageTests
{
    private const string Promises = "## What is so";
    private const string AfterPromises = "### What we cannot prevent";

    [Fact]
    public void Every_promise_names_its_test()
    {
        var rows = PromiseRows().ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(TestName().IsMatch(row.Split('|')[2]), $"No test stands beside: {row}"));
    }

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var tests = House.Sources("tests")
            .SelectMany(file => MethodName().Matches(string.Join('\n', House.Lines(file))).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        var missing = PromiseRows().SelectMany(row => TestName().Matches(row).Select(match => match.Groups[1].Value)).Where(name => !tests.Contains(name));

        Assert.Empty(missing);
    }

    private static IEnumerable<string> PromiseRows()
    {
        var page = File.ReadAllText(Path.Combine(House.Root, "docs", "privacy.md"));
        var promises = page[page.IndexOf(Promises, StringComparison.Ordinal)..page.IndexOf(AfterPromises, StringComparison.Ordinal)];
        return promises.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?:void|Task) ([A-Za-z0-9_]+)\(")]
    private static partial Regex MethodName();
}
