using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Chats;

public sealed class ActivitiesTests
{
    [Fact]
    public async Task Message_carries_what_Teams_sends()
    {
        var script = Replying(Text("Hello."));
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await ana.Says("offer");

        var activity = script.Last;
        Assert.Equal("message", (string?)activity["type"]);
        Assert.Equal("offer", (string?)activity["text"]);
        Assert.Equal("msteams", (string?)activity["channelId"]);
        Assert.Equal("ana-1", (string?)activity["from"]!["aadObjectId"]);
        Assert.StartsWith("29:", (string?)activity["from"]!["id"], StringComparison.Ordinal);
        Assert.StartsWith("28:", (string?)activity["recipient"]!["id"], StringComparison.Ordinal);
        Assert.StartsWith("a:", (string?)activity["conversation"]!["id"], StringComparison.Ordinal);
        Assert.Equal("personal", (string?)activity["conversation"]!["conversationType"]);
        Assert.Equal(TownOptions.Usual.Tenant, (string?)activity.SelectToken("channelData.tenant.id"));
        Assert.Equal("pt-PT", (string?)activity["locale"]);
        Assert.Equal("Europe/Lisbon", (string?)activity.SelectToken("entities[0].timezone"));
        Assert.Equal("2026-03-02T08:00:00Z", (string?)activity["timestamp"]);
        Assert.EndsWith("/amer/", (string?)activity["serviceUrl"], StringComparison.Ordinal);
        ana.Sees("Hello.");
    }

    [Fact]
    public async Task Formatted_message_brings_itself_as_html_and_a_file_brings_no_text()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        await town.Person("Ana").SaysFormatted("a < b");
        Assert.Equal("<p>a &lt; b</p>", (string?)script.Last.SelectToken("attachments[0].content"));
        await town.Person("Ana").SendsFile("notes.docx");
        Assert.Null(script.Last["text"]);
        Assert.Equal("notes.docx", (string?)script.Last.SelectToken("attachments[0].name"));
    }

    [Theory]
    [InlineData("مرحبا بالعالم الكبير")]
    [InlineData("👩‍👩‍👧 and all the others")]
    [InlineData("老板从来不听我说的话吗")]
    public async Task Text_in_any_script_goes_as_it_was_typed(string text)
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        await town.Person("Ana").Says(text);
        Assert.Equal(text, (string?)script.Last["text"]);
        Assert.NotEmpty(town.Canaries.FindIn(text));
        Assert.NotEmpty(town.Transcript.ToString());
    }

    [Fact]
    public async Task Half_a_character_goes_as_UTF_8_has_it()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        await town.Person("Ana").Says("half of one: \ud83d, alone");
        Assert.Equal("half of one: \ufffd, alone", (string?)script.Last["text"]);
        Assert.NotEmpty(town.Canaries.FindIn("half of one: \ufffd, alone"));
        Assert.NotEmpty(town.Transcript.ToString());
    }

    [Fact]
    public async Task Installing_is_told_twice_over_and_without_a_time_zone()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script, areInstalled: false);
        await town.Person("Ana").Installs();

        Assert.Equal(["conversationUpdate", "installationUpdate", "conversationUpdate", "installationUpdate"], script.Received.Select(activity => (string?)activity["type"]));
        Assert.Equal(4, script.Received.Select(activity => (string?)activity["id"]).Distinct().Count());
        var installation = script.Last;
        Assert.Equal("add", (string?)installation["action"]);
        Assert.Null(installation.SelectToken("entities[0].timezone"));
    }

    [Fact]
    public async Task Removing_the_bot_is_told_and_makes_the_person_unreachable()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await ana.Uninstalls();

        Assert.Equal("remove", (string?)script.Last["action"]);
        var (status, body, _) = await script.Bot.Call(HttpMethod.Post, FakeBot.Activities(ana.ConversationId), Text("Still there?"));
        Assert.Equal(403, status);
        Assert.Equal("BotNotInConversationRoster", (string?)body!.SelectToken("error.code"));
        Assert.Empty(ana.Chat);
    }

    [Fact]
    public async Task Nobody_writes_to_a_bot_they_do_not_have()
    {
        await using var town = await Neighbourhood.With(new Script(), areInstalled: false);
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Person("Bo").Says("hello"));
        Assert.Contains("Bo Chen does not have the bot", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resent_activity_is_the_same_to_the_letter()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await ana.Says("offer");
        await ana.Resends(ana.LastActivity!);

        Assert.Equal(2, script.Received.Count);
        Assert.True(JToken.DeepEquals(script.Received.First(), script.Last));
    }

    [Fact]
    public async Task Second_press_of_a_quick_finger_has_an_id_of_its_own()
    {
        var script = Replying(Message(Card(Buttons(Execute("Yes", "yes")))), _ => Line("Done."));
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await ana.Says("hello");
        await ana.Sees("Yes").Press("Yes");
        var first = script.Last;
        (await ana.PressesAgain()).Shows("Done.");

        Assert.NotEqual((string?)first["id"], (string?)script.Last["id"]);
        Assert.True(JToken.DeepEquals(first["value"], script.Last["value"]));
    }

    [Fact]
    public async Task Raw_activity_goes_as_it_is_and_a_refusal_is_a_problem()
    {
        var script = new Script { OnActivity = (_, _) => Task.FromResult<(int, JToken?)>((400, null)) };
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var odd = ana.Blank("message");
        odd.Remove("from");
        var answer = await ana.SendsRaw(odd);

        Assert.Equal(400, answer.Status);
        Assert.Null(script.Last["from"]);
        town.Expected("HTTP 400");
        await town.Settles();
    }

    [Fact]
    public async Task Raw_invoke_that_shows_nothing_is_a_problem()
    {
        await using var town = await Neighbourhood.With(new Script());
        var ana = town.Person("Ana");
        var odd = ana.Blank("invoke");
        odd["name"] = new JObject();
        await ana.SendsRaw(odd);
        await ana.Resends(odd);
        Assert.Equal(2, town.Problems.Count);
        town.Expected("with an empty body");
        await town.Settles();
    }

    [Fact]
    public async Task Stranger_comes_from_another_tenant()
    {
        var script = new Script();
        await using var town = await Town.Start(FakeBot.Starting(script), [Neighbourhood.Ana with { Tenant = "elsewhere" }]);
        await town.Person("Ana").Installs(repeats: 0);
        Assert.Equal("elsewhere", (string?)script.Last.SelectToken("channelData.tenant.id"));
        Assert.Equal("elsewhere", (string?)script.Last.SelectToken("conversation.tenantId"));
    }

    [Fact]
    public async Task Search_brings_what_the_bot_offers()
    {
        var script = Replying(Text("?"), _ => new JObject
        {
            ["statusCode"] = 200,
            ["type"] = "application/vnd.microsoft.search.searchResponse",
            ["value"] = new JObject { ["results"] = new JArray(new JObject { ["title"] = "Gardening", ["value"] = "g" }) },
        });
        await using var town = await Neighbourhood.With(script);
        var found = await town.Person("Ana").Searches("themes", "gar");

        Assert.Equal([new CardChoice("Gardening", "g")], found);
        Assert.Equal("application/search", (string?)script.Last["name"]);
        Assert.Equal("gar", (string?)script.Last.SelectToken("value.queryText"));
    }
}
