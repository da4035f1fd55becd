using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Chats;

public sealed class PressesTests
{
    private static readonly JObject Question = Card(
        Words("**Shall we?**"),
        Input("Text", "note", "A note"),
        Input("Number", "places", "How many", new { value = 3 }),
        Buttons(Execute("Yes, please", "yes"), Execute("No", "no", hasFallback: false)));

    [Fact]
    public async Task Execute_travels_as_an_invoke_with_strings_and_without_what_is_empty()
    {
        var (town, ana, card) = await Neighbourhood.Showing(Question, _ => NewCard(Card(Words("Settled"))));
        await using var _ = town;
        var now = await card.Press("Yes, please");

        var sent = ana.LastActivity!;
        Assert.Equal("adaptiveCard/action", (string?)sent["name"]);
        Assert.Equal(card.Entry.Id, (string?)sent["replyToId"]);
        Assert.Null(sent.SelectToken("value.trigger"));
        Assert.Equal("yes", (string?)sent.SelectToken("value.action.verb"));
        Assert.Equal("r-1", (string?)sent.SelectToken("value.action.data.id"));
        Assert.Equal(JTokenType.String, sent.SelectToken("value.action.data.places")!.Type);
        Assert.Null(sent.SelectToken("value.action.data.note"));

        Assert.Equal(card.Entry.Id, now.Card.Entry.Id);
        now.Shows("Settled").DoesNotShow("Shall we");
        ana.DoesNotSee("Shall we");
        Assert.Single(ana.Chat, entry => entry.IsFromBot);
        await town.Settles();
    }

    [Fact]
    public async Task Old_client_sends_the_fallback_as_a_message()
    {
        var script = Replying(Message(Question));
        await using var town = await Neighbourhood.With(script, new() { Client = Client.Old });
        var ana = town.Person("Ana");
        await ana.Says("hello");
        var card = ana.Sees("Shall we?");
        Assert.Equal(["Yes, please"], card.Titles);

        var then = await card.Press("Yes, please");
        Assert.Equal("message", (string?)ana.LastActivity!["type"]);
        Assert.Null(ana.LastActivity["text"]);
        Assert.Equal("yes", (string?)ana.LastActivity.SelectToken("value.action"));
        Assert.Equal("3", (string?)ana.LastActivity.SelectToken("value.places"));
        Assert.NotEqual(card.Entry.Id, then.Card.Entry.Id);
    }

    [Fact]
    public async Task Message_answer_is_a_line_and_leaves_the_card()
    {
        var (town, ana, card) = await Neighbourhood.Showing(Question, _ => Line("All right."));
        await using var _ = town;
        (await card.Press("No")).Shows("All right.");
        ana.SeesNothingNew();
        ana.Sees("Shall we?");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\",\"value\":{\"code\":\"BadRequest\",\"message\":\"no\"}}")]
    [InlineData("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":{}}")]
    public async Task Press_that_shows_nothing_fails_the_town(string body)
    {
        var (town, _, card) = await Neighbourhood.Showing(Question, _ => JToken.Parse(body) is JObject answer ? answer : null);
        await using var ending = town;
        Assert.IsType<SeenNothing>(await card.Press("No"));
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("Unanswered: Ana Lima sees nothing", failure.Message, StringComparison.Ordinal);
        town.Expected("adaptiveCard/action");
        await town.Settles();
    }

    [Fact]
    public async Task Unanswered_press_that_nobody_looked_at_fails_when_the_town_ends()
    {
        var (town, _, card) = await Neighbourhood.Showing(Question);
        await card.Press("No");
        await Assert.ThrowsAsync<RehearsalException>(async () => await town.DisposeAsync());
    }

    [Fact]
    public async Task Replaced_card_is_pressed_only_on_an_old_screen()
    {
        var (town, ana, card) = await Neighbourhood.Showing(Question, _ => NewCard(Card(Words("Settled"))));
        await using var _ = town;
        await card.Press("No");
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => card.Press("No"));
        Assert.Contains("has been replaced", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Settled", failure.Message, StringComparison.Ordinal);
        (await card.OnAnOldScreen().Press("No")).Shows("Settled");
    }

    [Fact]
    public async Task Forwarded_card_is_pressed_by_the_one_who_got_it()
    {
        var (town, _, card) = await Neighbourhood.Showing(Question, _ => Line("This card was meant for somebody else."));
        await using var ending = town;
        var bo = town.Person("Bo");
        (await card.ForwardedTo(bo).Press("No")).Shows("meant for somebody else");
        Assert.Equal("bo-2", (string?)bo.LastActivity!.SelectToken("from.aadObjectId"));
        Assert.Equal("r-1", (string?)bo.LastActivity.SelectToken("value.action.data.id"));
    }

    [Fact]
    public async Task Forger_changes_what_is_sent()
    {
        var (town, ana, card) = await Neighbourhood.Showing(Question, _ => Line("No."));
        await using var _ = town;
        await card.Press("No", forge: activity => activity["value"]!["action"]!["data"]!["id"] = "r-2");
        Assert.Equal("r-2", (string?)ana.LastActivity!.SelectToken("value.action.data.id"));
    }

    [Fact]
    public async Task Missing_button_is_said_with_those_there_are_and_the_card_drawn()
    {
        var (town, _, card) = await Neighbourhood.Showing(Question);
        await using var ending = town;
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => card.Press("Maybe"));
        Assert.Contains("Ana Lima finds no button “Maybe” here; the buttons are: Yes, please · No", failure.Message, StringComparison.Ordinal);
        Assert.Contains("│ Shall we?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_back_says_its_own_words()
    {
        var submit = Submit("Hello", "x");
        submit["data"]!["msteams"] = JObject.FromObject(new { type = "messageBack", displayText = "I said hello", text = "hello", value = new { a = 1 } });
        var (town, ana, card) = await Neighbourhood.Showing(Card(Buttons(submit)));
        await using var _ = town;
        await card.Press("Hello");
        Assert.Equal("hello", (string?)ana.LastActivity!["text"]);
        Assert.Equal(1, (int)ana.LastActivity.SelectToken("value.a")!);
        Assert.Contains(ana.Chat, entry => entry is { IsFromBot: false, Text: "I said hello" });
    }
}
