using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace MentorBot.Testing.Cards;

/// <param name="Folder">Where the snapshots are.</param>
/// <param name="Update">Whether one that differs or is missing is written instead of failing.</param>
public sealed record SnapshotFolder(string Folder, bool Update)
{
    private const int ShownDifferences = 20;

    /// <summary>Passes when the snapshot says the same as <paramref name="actual"/>, in whatever order of properties.</summary>
    public void Match(JObject actual, string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        var now = AsText(actual);
        List<string> differences = File.Exists(file) ? [.. Differences("", Parse(File.ReadAllText(file)), Parse(now))] : [$"There is no snapshot {file}."];
        if (differences.Count == 0)
            return;

        if (Update)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, now);
            return;
        }

        var more = differences.Count > ShownDifferences ? $"\n… and {differences.Count - ShownDifferences} more." : "";
        Assert.Fail(
            $"{name} is not what its snapshot says:\n{string.Join('\n', differences.Take(ShownDifferences))}{more}\n"
            + $"If it is meant to be so, run the test with {Snapshot.UpdateVariable}=1 and read what changed.\n\n{now}");
    }

    private static IEnumerable<string> Differences(string path, JToken expected, JToken actual)
    {
        if (expected is JObject before && actual is JObject after)
            return before.Properties().Concat(after.Properties()).Select(property => property.Name).Distinct()
                .SelectMany(name => Between(Under(path, name), before[name], after[name]));
        if (expected is JArray olds && actual is JArray news)
            return Enumerable.Range(0, Math.Max(olds.Count, news.Count))
                .SelectMany(index => Between($"{path}[{index}]", olds.ElementAtOrDefault(index), news.ElementAtOrDefault(index)));
        return JToken.DeepEquals(expected, actual) ? [] : [$"{Shown(path)}: was {OneLine(expected)}, is {OneLine(actual)}"];
    }

    private static IEnumerable<string> Between(string path, JToken? expected, JToken? actual) => (expected, actual) switch
    {
        (null, not null) => [$"{Shown(path)}: is new, {OneLine(actual)}"],
        (not null, null) => [$"{Shown(path)}: is gone, was {OneLine(expected)}"],
        (not null, not null) => Differences(path, expected, actual),
        _ => [],
    };

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shown(string path) => path.Length == 0 ? "card" : path;

    private static string OneLine(JToken token) => token.ToString(Formatting.None);

    private static string AsText(JObject actual) => actual.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    // A date stays the text it is: otherwise two ways to write an instant would be the same.
    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
