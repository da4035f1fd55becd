using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Connector;

public sealed class ConnectorTests
{
    [Fact]
    public async Task Creating_a_conversation_finds_the_personal_chat_every_time()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        foreach (var id in new[] { ana.Mri, ana.Person.Id })
        {
            var (status, body, _) = await script.Bot.Call(HttpMethod.Post, "v3/conversations", Creation(id));
            Assert.Equal((201, ana.ConversationId), (status, (string?)body!["id"]));
        }
    }

    [Fact]
    public async Task Creation_posts_a_first_activity_and_tells_no_id()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var creation = Creation(ana.Mri);
        creation["activity"] = Text("Hello, Ana.");
        var (_, body, _) = await script.Bot.Call(HttpMethod.Post, "v3/conversations", creation);
        Assert.Null(body!["activityId"]);
        ana.Sees("Hello, Ana.");
    }

    [Fact]
    public async Task Groups_missing_tenants_and_strangers_are_refused()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var group = Creation(town.Person("Ana").Mri);
        group["isGroup"] = true;
        var homeless = Creation(town.Person("Ana").Mri);
        homeless.Remove("tenantId");
        foreach (var (body, code) in new[] { (group, "BadSyntax"), (homeless, "BadArgument"), (Creation("29:nobody"), "BadArgument") })
        {
            var (status, error, _) = await script.Bot.Call(HttpMethod.Post, "v3/conversations", body);
            Assert.Equal((400, code), (status, (string?)error!.SelectToken("error.code")));
        }
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 200)]
    public async Task Where_the_connector_asks_for_a_token_a_bot_without_a_good_one_is_turned_away_and_the_town_says_so(bool isGood, int status)
    {
        var script = new Script();
        var asked = new List<string?>();
        await using var town = await Neighbourhood.With(script, TownOptions.Usual with
        {
            Admits = authorization =>
            {
                asked.Add(authorization);
                return isGood;
            },
        });

        Assert.Equal(status, (await script.Bot.Call(HttpMethod.Get, $"v3/conversations/{town.Person("Ana").ConversationId}/members")).Item1);

        Assert.Equal([null], asked);
        if (!isGood)
            town.Expected("without a token");
    }

    [Fact]
    public async Task Creation_for_somebody_without_the_bot_is_403()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script, areInstalled: false);
        var (status, error, _) = await script.Bot.Call(HttpMethod.Post, "v3/conversations", Creation(town.Person("Bo").Mri));
        Assert.Equal((403, "BotNotInConversationRoster"), (status, (string?)error!.SelectToken("error.code")));
    }

    [Fact]
    public async Task Blocked_bot_is_told_so()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        ana.Blocks();
        var (status, error, _) = await script.Bot.Call(HttpMethod.Post, FakeBot.Activities(ana.ConversationId), Text("Hello?"));
        Assert.Equal((403, "ConversationBlockedByUser", "MessageWritesBlocked"), (status, (string?)error!.SelectToken("error.code"), (string?)error.SelectToken("error.subCode")));
        ana.Unblocks();
        Assert.NotNull(await script.Bot.Post(ana.ConversationId, Text("Hello?")));
    }

    [Fact]
    public async Task Unknown_conversations_activities_and_members_are_404()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var chat = town.Person("Ana").ConversationId;
        foreach (var (method, path, code) in new[]
                 {
                     (HttpMethod.Post, FakeBot.Activities("a:nowhere"), "ConversationNotFound"),
                     (HttpMethod.Put, FakeBot.Activity(chat, "1"), "ActivityNotFoundInConversation"),
                     (HttpMethod.Delete, FakeBot.Activity(chat, "1"), "ActivityNotFoundInConversation"),
                     (HttpMethod.Get, $"v3/conversations/{chat}/members/29:nobody", "MemberNotFoundInConversation"),
                     (HttpMethod.Get, $"v3/nonsense", "NotFound"),
                 })
        {
            var (status, error, _) = await script.Bot.Call(method, path, method == HttpMethod.Get ? null : Text("x"));
            Assert.Equal((404, code), (status, (string?)error!.SelectToken("error.code")));
        }
    }

    [Fact]
    public async Task Members_are_told_with_the_directory_s_id()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var members = $"v3/conversations/{Uri.EscapeDataString(ana.ConversationId)}";
        var all = (await script.Bot.Call(HttpMethod.Get, $"{members}/members")).Body!;
        var paged = (await script.Bot.Call(HttpMethod.Get, $"{members}/pagedmembers?pageSize=50")).Body!["members"]!;
        var one = (await script.Bot.Call(HttpMethod.Get, $"{members}/members/{Uri.EscapeDataString(ana.Mri)}")).Body!;
        foreach (var member in new[] { Assert.Single(all), Assert.Single(paged), one })
            Assert.Equal((ana.Mri, "ana-1", "Ana Lima"), ((string?)member["id"], (string?)member["aadObjectId"], (string?)member["name"]));
    }

    [Fact]
    public async Task Text_beside_a_card_is_split_and_gives_no_id()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var both = Message(Card(Words("The card")));
        both["text"] = "The text";
        Assert.Null(await script.Bot.Post(ana.ConversationId, both));
        Assert.Equal(["The text", null], ana.Chat.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Over_100_KB_of_UTF_16_is_413()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var chat = FakeBot.Activities(town.Person("Ana").ConversationId);
        Assert.Equal(201, (await script.Bot.Call(HttpMethod.Post, chat, Text(new string('é', 50_000)))).Status);
        Assert.Equal(413, (await script.Bot.Call(HttpMethod.Post, chat, Text(new string('é', 52_000)))).Status);
    }

    [Fact]
    public async Task Delete_answers_501_where_it_is_unknown()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script, new() { CanDelete = false });
        var ana = town.Person("Ana");
        var id = await script.Bot.Post(ana.ConversationId, Text("Here to stay"));
        Assert.Equal(501, (await script.Bot.Call(HttpMethod.Delete, FakeBot.Activity(ana.ConversationId, id!))).Status);
        ana.Sees("Here to stay");
    }

    [Fact]
    public async Task Throttled_send_says_how_long_to_wait_and_the_next_goes_through()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        town.Fails(Fault.Throttled(7));
        var (status, _, response) = await script.Bot.Call(HttpMethod.Post, FakeBot.Activities(ana.ConversationId), Text("Hi"));
        Assert.Equal((429, 7), (status, (int)response.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.NotNull(await script.Bot.Post(ana.ConversationId, Text("Hi")));
    }

    [Fact]
    public async Task Lost_answer_was_done_and_what_never_arrived_was_not()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        town.Fails(Fault.AnswerLost());
        await Assert.ThrowsAsync<HttpRequestException>(() => script.Bot.Post(ana.ConversationId, Text("First")));
        town.Fails(Fault.NeverArrived());
        await Assert.ThrowsAsync<HttpRequestException>(() => script.Bot.Post(ana.ConversationId, Text("Second")));
        Assert.Equal(["First"], ana.Chat.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Fault_for_one_person_leaves_the_others_alone()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        town.Fails(Fault.Refused(503), only: town.Person("Bo"));
        Assert.NotNull(await script.Bot.Post(town.Person("Ana").ConversationId, Text("Hi")));
        Assert.Null(await script.Bot.Post(town.Person("Bo").ConversationId, Text("Hi")));
        Assert.Empty(town.Person("Bo").Chat);
    }

    [Fact]
    public async Task Third_send_fails_when_two_may_go_well_first()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        town.Fails(Fault.Refused(502), after: 2);
        foreach (var text in new[] { "1", "2", "3", "4" })
            await script.Bot.Post(ana.ConversationId, Text(text));
        Assert.Equal(["1", "2", "4"], ana.Chat.Select(entry => entry.Text));
        Assert.Equal(4, town.Sends);
    }

    [Fact]
    public async Task Stalled_send_waits_until_it_is_let_go()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var release = new TaskCompletionSource();
        town.Fails(Fault.Stalled(release.Task));
        var sending = script.Bot.Post(ana.ConversationId, Text("Slow"));
        Assert.Empty(ana.Chat);
        release.SetResult();
        Assert.NotNull(await sending);
        ana.Sees("Slow");
    }

    [Fact]
    public async Task Card_that_no_client_could_draw_is_refused_and_a_problem()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var id = await script.Bot.Post(ana.ConversationId, Message(Card(Words("Fine"))));
        var broken = Message(Card(new JObject { ["type"] = "TextBlock", ["text"] = new JObject() }));
        Assert.Equal(400, (await script.Bot.Call(HttpMethod.Post, FakeBot.Activities(ana.ConversationId), broken)).Status);
        Assert.Equal(400, (await script.Bot.Call(HttpMethod.Put, FakeBot.Activity(ana.ConversationId, id!), broken)).Status);
        Assert.Equal("Fine", (string?)Assert.Single(ana.Chat).Card!.SelectToken("body[0].text"));
        town.Expected("No client could draw this card");
    }

    [Fact]
    public async Task Typing_is_taken_and_not_kept()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        Assert.NotNull(await script.Bot.Post(ana.ConversationId, new JObject { ["type"] = "typing" }));
        Assert.Empty(ana.Chat);
    }

    private static JObject Creation(string member) => new() { ["isGroup"] = false, ["tenantId"] = TownOptions.Usual.Tenant, ["members"] = new JArray(new JObject { ["id"] = member }) };
}
