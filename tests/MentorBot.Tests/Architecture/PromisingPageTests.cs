using System.Text.RegularExpressions;

namespace MentorBot.Tests.Architecture;

/// <summary>docs/privacy.md and docs/security.md promise nothing that no test shows.</summary>
public sealed partial class PromisingPageTests
{
    /// <summary>The page, and between which headings its promises stand.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "privacy.md", "## What is so", "### What we cannot prevent" },
        { "security.md", "## What is stopped", "## What is not stopped" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_promise_names_its_test(string page, string from, string until)
    {
        var rows = PromiseRows(page, from, until).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(TestName().IsMatch(row.Split('|')[^2]) || row.Split('|')[^2] == " the same ", $"No test stands beside: {row}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_test_that_it_names_is_there(string page, string from, string until)
    {
        var tests = House.Sources("tests")
            .SelectMany(file => MethodName().Matches(string.Join('\n', House.Lines(file))).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        var missing = PromiseRows(page, from, until).SelectMany(row => TestName().Matches(row).Select(match => match.Groups[1].Value)).Where(name => !tests.Contains(name));

        Assert.Empty(missing);
    }

    private static IEnumerable<string> PromiseRows(string page, string from, string until)
    {
        var text = File.ReadAllText(Path.Combine(House.Root, "docs", page));
        var promises = text[text.IndexOf(from, StringComparison.Ordinal)..text.IndexOf(until, StringComparison.Ordinal)];
        return promises.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what |", StringComparison.Ordinal) && !line.StartsWith("| who could try |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?:void|Task) ([A-Za-z0-9_]+)\(")]
    private static partial Regex MethodName();
}
