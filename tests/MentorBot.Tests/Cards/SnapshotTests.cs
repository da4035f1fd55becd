using MentorBot.Testing.Cards;
using Newtonsoft.Json.Linq;
using Xunit.Sdk;

namespace MentorBot.Tests.Cards;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshots");

    [Fact]
    public void A_card_is_compared_with_the_file_of_its_test_project() => Snapshot.Match(SampleCards.Chat(), "sample-chat-card");

    [Fact]
    public void A_missing_snapshot_fails_and_is_not_made()
    {
        var failure = Assert.Throws<FailException>(() => Keep.Match(new JObject(), "new"));

        Assert.Contains("There is no snapshot", failure.Message, StringComparison.Ordinal);
        Assert.Contains("MENTORBOT_UPDATE_SNAPSHOTS=1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Updating_writes_what_is_new_or_different()
    {
        Write.Match(JObject.Parse("""{ "b": 1, "a": [ 1 ] }"""), "card");
        Assert.Equal("{\n  \"b\": 1,\n  \"a\": [\n    1\n  ]\n}\n", Read("card"));

        Write.Match(JObject.Parse("""{ "b": 2 }"""), "card");
        Assert.Equal("{\n  \"b\": 2\n}\n", Read("card"));
    }

    [Fact]
    public void Updating_leaves_alone_what_says_the_same()
    {
        Write.Match(JObject.Parse("""{ "b": 1, "a": 2 }"""), "card");
        var before = Read("card");
        Write.Match(JObject.Parse("""{ "a": 2, "b": 1 }"""), "card");

        Assert.Equal(before, Read("card"));
    }

    [Fact]
    public void The_order_of_properties_says_nothing()
    {
        Write.Match(JObject.Parse("""{ "a": { "x": 1, "y": [ { "p": 1, "q": 2 } ] }, "b": 2 }"""), "card");

        Keep.Match(JObject.Parse("""{ "b": 2, "a": { "y": [ { "q": 2, "p": 1 } ], "x": 1 } }"""), "card");
    }

    [Theory]
    [InlineData("""{ "a": 2, "list": [ { "p": 1 }, 2 ] }""", "a: was 1, is 2")]
    [InlineData("""{ "a": "1", "list": [ { "p": 1 }, 2 ] }""", "a: was 1, is \"1\"")]
    [InlineData("""{ "a": 1, "list": [ { "p": 3 }, 2 ] }""", "list[0].p: was 1, is 3")]
    [InlineData("""{ "a": 1, "list": [ 2, { "p": 1 } ] }""", "list[1]: was 2, is {\"p\":1}")]
    [InlineData("""{ "a": 1, "list": [ { "p": 1 } ] }""", "list[1]: is gone, was 2")]
    [InlineData("""{ "a": 1, "list": [ { "p": 1 }, 2, null ] }""", "list[2]: is new, null")]
    [InlineData("""{ "a": 1, "list": [ { "p": 1 }, 2 ], "more": {} }""", "more: is new, {}")]
    [InlineData("""{ "list": [ { "p": 1 }, 2 ] }""", "a: is gone, was 1")]
    public void A_difference_is_told_where_it_is(string actual, string expected)
    {
        Write.Match(JObject.Parse("""{ "a": 1, "list": [ { "p": 1 }, 2 ] }"""), "card");

        var failure = Assert.Throws<FailException>(() => Keep.Match(JObject.Parse(actual), "card"));

        Assert.Contains("\n" + expected + "\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_is_compared_as_it_is_written()
    {
        Write.Match(new JObject { ["at"] = "2026-01-01T10:00:00+01:00" }, "card");

        Keep.Match(new JObject { ["at"] = "2026-01-01T10:00:00+01:00" }, "card");
        Assert.Throws<FailException>(() => Keep.Match(new JObject { ["at"] = "2026-01-01T09:00:00+00:00" }, "card"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SnapshotFolder Keep => new(_folder.FullName, Update: false);

    private SnapshotFolder Write => new(_folder.FullName, Update: true);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name + ".json"));
}
