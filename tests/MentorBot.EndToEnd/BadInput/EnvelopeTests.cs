using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Activities that are no activities, or not quite.</summary>
[Collection(AfterTheStory.Name)]
public sealed class EnvelopeTests(PlayedStory story)
{
    [Theory]
    [InlineData("from")]
    [InlineData("from.id")]
    [InlineData("recipient")]
    [InlineData("recipient.id")]
    [InlineData("conversation")]
    [InlineData("conversation.id")]
    [InlineData("channelId")]
    public Task Without_who_is_talking_where_it_is_refused(string missing) => EveryKind(
        activity => activity.SelectToken(missing)!.Parent!.Remove(),
        reply => (reply.Status, reply.Text, reply.Sent.Count) == (401, "", 0) ? null : $"answered with HTTP {reply.Status} {reply.Text}");

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("http://127.0.0.1.elsewhere.example/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("nowhere")]
    [InlineData("")]
    [InlineData(null)]
    public Task What_wants_its_answer_elsewhere_is_refused(string? serviceUrl) => EveryKind(
        activity => activity["serviceUrl"] = serviceUrl,
        reply => (reply.Status, reply.Text) == (401, "") ? null : $"answered with HTTP {reply.Status} {reply.Text}",
        isToSink: false);

    [Fact]
    public Task Without_an_account_in_the_directory_one_is_told_so() => EveryKind(
        activity => ((JObject)activity["from"]!).Remove("aadObjectId"),
        Says("I can't tell who you are here"));

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    [InlineData("")]
    public Task In_company_it_does_not_talk(string type) => EveryKind(
        activity => activity["conversation"]!["conversationType"] = type,
        Says("I only talk with one person at a time"));

    [Theory]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("entities")]
    [InlineData("attachments")]
    [InlineData("timestamp")]
    [InlineData("locale")]
    [InlineData("localTimezone")]
    [InlineData("replyToId")]
    [InlineData("type")]
    [InlineData("name")]
    public async Task Of_the_wrong_type_a_part_is_refused_or_answered_clearly(string part)
    {
        foreach (var value in new JToken[] { 5, "Nowhere/Land", new JArray(1, "a"), new JObject { ["a"] = 1 }, true, JValue.CreateNull() })
            await EveryKind(
                activity => activity[part] = value.DeepClone(),
                reply => reply.Status is 400 or 401 ? null : reply.Unclear);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("adaptiveCard/action")]
    [InlineData("application/search")]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("nobody/knows")]
    [InlineData("")]
    public async Task An_invoke_with_any_value_is_answered_clearly(string name)
    {
        await using var fork = await story.Fork(story.End);
        var before = fork.Dump;
        foreach (var value in new JToken?[] { null, JValue.CreateNull(), "text", 7, new JArray(1), new JObject(), new JObject { ["action"] = "offers.send.v1" }, new JObject { ["data"] = "x", ["action"] = new JArray() } })
        {
            var activity = story.Person("Ana").Blank("invoke");
            activity["name"] = name;
            if (value is not null)
                activity["value"] = value;

            var reply = await fork.Post(activity);

            Assert.Null(reply.Unclear);
            Assert.False(reply.IsClosed);
        }

        Assert.Empty(before.ChangedIn(fork.Dump));
        Assert.Empty(fork.NewErrors());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"hello\"", 400)]
    [InlineData("{\"type\":", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"type\":\"message\"}", 401)]
    [InlineData("<activity type=\"message\"/>", 400)]
    [InlineData("type=message&text=offer", 400)]
    [InlineData("\u0000\u0001\u0002", 400)]
    public async Task What_is_no_activity_is_refused(string body, int status)
    {
        await using var fork = await story.Fork(story.End);

        Assert.Equal((status, ""), await fork.Post(body));
        Assert.Empty(fork.NewErrors());
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        await using var fork = await story.Fork(story.End);

        Assert.Equal(413, (await fork.Post($"{{\"type\":\"message\",\"text\":\"{new string('x', 600 * 1024)}\"}}")).Status);
        Assert.Empty(fork.NewErrors());
    }

    [Theory]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("somethingElse")]
    public async Task What_is_nested_without_end_is_survived(string part)
    {
        await using var fork = await story.Fork(story.End);
        var activity = story.Person("Ana").Blank("message");
        activity["serviceUrl"] = fork.ServiceUrl;
        activity[part] = "DEPTH";

        var (status, _) = await fork.Post(activity.ToString().Replace("\"DEPTH\"", new string('[', 100_000) + new string(']', 100_000), StringComparison.Ordinal));

        Assert.InRange(status, 200, 499);
        Assert.Equal(400, (await fork.Post("{}")).Status);
    }

    private static Func<Reply, string?> Says(string sentence) => reply =>
        reply.Unclear ?? ((reply.Text + string.Concat(reply.Sent)).Contains(sentence, StringComparison.Ordinal) ? null : $"did not say “{sentence}”: {reply.Text}");

    /// <summary>A word that is typed, and a button of each kind, by somebody who knows the bot.</summary>
    private async Task EveryKind(Action<JObject> bend, Func<Reply, string?> judge, bool isToSink = true)
    {
        await using var fork = await story.Fork(story.End);
        var before = fork.Dump;
        var typed = story.Person("Ana").Blank("message");
        typed["text"] = "offer";
        var complaints = new List<string>();
        foreach (var activity in story.Sightings.DistinctBy(sighting => sighting.Kind).Select(sighting => sighting.Activity(sighting.Valid)).Append(typed))
        {
            bend(activity);
            var reply = await fork.Post(activity, isToSink);
            if (judge(reply) is { } complaint)
                complaints.Add($"{activity["type"]} {activity["name"]}: {complaint}");
        }

        Complaints.None([.. complaints, .. fork.NewErrors(), .. before.ChangedIn(fork.Dump)]);
    }
}
