using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Chats;

public sealed class FormsTests
{
    private static readonly JObject Offer = Card(
        Words("Three minutes."),
        Input("ChoiceSet", "kinds", "1. What could you be for someone? Choose any.", new { isMultiSelect = true, isRequired = true, errorMessage = "Please choose at least one.", choices = Choices("A skill, or a look", "Someone who listens", "Whatever is needed") }),
        Input("ChoiceSet", "places", "How many people at a time?", new { value = "c1", choices = Choices("One", "Two") }),
        Input("Text", "about", "A few words about you", new { maxLength = 20, isMultiline = true }),
        Buttons(JObject.Parse("""{"type":"Action.ToggleVisibility","title":"More wishes","targetElements":["more"]}""")),
        JObject.FromObject(new { type = "Container", id = "more", isVisible = false, items = new[] { Input("Date", "until", "Until when"), Input("Toggle", "own", "My own wish", new { title = "This is my own wish" }), Input("Time", "at", "At what time") } }),
        Buttons(Submit("Offer this", "offer.v1")));

    [Fact]
    public async Task Opener_asks_for_the_form_and_submit_sends_all_inputs_as_strings()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer, _ => FormLine("Thank you."));
        await using var _ = town;
        Assert.Equal("task/fetch", (string?)ana.LastActivity!["name"]);
        Assert.Equal("open", (string?)ana.LastActivity.SelectToken("value.data.action"));
        Assert.Equal("default", (string?)ana.LastActivity.SelectToken("value.context.theme"));

        form.Shows("Three minutes.")
            .Fill("What could you be for someone?", "Someone who listens", "a skill, or a look")
            .Fill("How many people", "Two")
            .Unfold("More wishes")
            .Fill("Until when", new LocalDate(2026, 4, 1))
            .Fill("At what time", new LocalTime(9, 30))
            .Fill("My own wish", true);
        (await form.Submit()).Shows("Thank you.");

        var sent = ana.LastActivity!;
        Assert.Equal("task/submit", (string?)sent["name"]);
        Assert.Equal("c2,c1", (string?)sent.SelectToken("value.data.kinds"));
        Assert.Equal("c2", (string?)sent.SelectToken("value.data.places"));
        Assert.Equal("2026-04-01", (string?)sent.SelectToken("value.data.until"));
        Assert.Equal("09:30", (string?)sent.SelectToken("value.data.at"));
        Assert.Equal("true", (string?)sent.SelectToken("value.data.own"));
        Assert.Equal("offer.v1", (string?)sent.SelectToken("value.data.action"));
        Assert.Null(sent.SelectToken("value.data.about"));
        await town.Settles();
    }

    [Fact]
    public async Task Folded_input_cannot_be_filled_but_its_default_travels()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer, _ => FormLine("Thank you."));
        await using var _ = town;
        Assert.Contains("folded away", Assert.Throws<RehearsalException>(() => form.Fill("Until when", "2026-04-01")).Message, StringComparison.Ordinal);
        form.DoesNotShow("Until when").Fill("What could you be", "Someone who listens");
        await form.Submit();
        Assert.Equal("false", (string?)ana.LastActivity!.SelectToken("value.data.own"));
    }

    [Fact]
    public async Task Client_says_what_is_missing_and_sends_nothing()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer);
        await using var _ = town;
        var before = ana.LastActivity;
        Assert.Equal(["Please choose at least one."], form.ErrorsOn("Offer this"));
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => form.Submit());
        Assert.Contains("Please choose at least one.", failure.Message, StringComparison.Ordinal);
        Assert.Same(before, ana.LastActivity);
    }

    [Fact]
    public async Task Needed_tick_and_a_day_out_of_range_are_errors()
    {
        var (town, _, form) = await Neighbourhood.Opened(Card(
            Input("Toggle", "own", "", new { title = "My own wish", isRequired = true, errorMessage = "Please tick this." }),
            Input("Date", "until", "Until when", new { max = "2027-03-02", errorMessage = "Within twelve months, please." }),
            Buttons(Submit("Pause", "pause"))));
        await using var ending = town;
        form.Fill("Until when", new LocalDate(2027, 3, 3));
        Assert.Equal(["Please tick this.", "Within twelve months, please."], form.ErrorsOn("Pause"));
        form.Fill("My own wish", true).Fill("Until when", new LocalDate(2027, 3, 2));
        Assert.Empty(form.ErrorsOn("Pause"));
    }

    [Fact]
    public async Task Unknown_choice_too_many_and_too_long_are_refused()
    {
        var (town, _, form) = await Neighbourhood.Opened(Offer);
        await using var ending = town;
        Assert.Contains("there are: A skill, or a look · Someone who listens", Assert.Throws<RehearsalException>(() => form.Fill("What could you", "Money")).Message, StringComparison.Ordinal);
        Assert.Contains("only one", Assert.Throws<RehearsalException>(() => form.Fill("How many", "One", "Two")).Message, StringComparison.Ordinal);
        Assert.Contains("it takes 20 characters, these are 21", Assert.Throws<RehearsalException>(() => form.Fill("A few words", new string('x', 21))).Message, StringComparison.Ordinal);
        Assert.Contains("finds no input “Age”", Assert.Throws<RehearsalException>(() => form.Fill("Age", "5")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_client_sends_what_no_client_lets_in()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer, _ => FormLine("Please keep this under 20 characters."));
        await using var _ = town;
        form.FillByForce("What could you be", "c9").FillByForce("A few words", new string('x', 5000)).FillByForce("How many", null).FillByForce("Until when", "soon");
        await form.Submit();
        var data = ana.LastActivity!.SelectToken("value.data")!;
        Assert.Equal("c9", (string?)data["kinds"]);
        Assert.Equal(5000, ((string?)data["about"])!.Length);
        Assert.Null(data["places"]);
        Assert.Equal("soon", (string?)data["until"]);
    }

    [Fact]
    public async Task Answer_may_be_the_next_form_and_then_nothing()
    {
        var next = Card(Words("Sure?"), Buttons(Submit("Yes", "sure"), Submit("No", "not")));
        var (town, ana, form) = await Neighbourhood.Opened(
            Card(Buttons(Submit("Go on", "go"))),
            activity => (string?)activity.SelectToken("value.data.action") == "go" ? Form("Sure?", next) : null);
        await using var _ = town;
        var sure = (await form.Submit()).Form;
        Assert.Contains("2 buttons that send", (await Assert.ThrowsAsync<RehearsalException>(() => sure.Submit())).Message, StringComparison.Ordinal);
        Assert.IsType<SeenNothing>(await sure.Submit("Yes"));
        await town.Settles();
    }

    [Fact]
    public async Task Closing_with_the_cross_sends_nothing()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer);
        await using var _ = town;
        var before = ana.LastActivity;
        form.Close();
        Assert.Same(before, ana.LastActivity);
    }

    [Fact]
    public async Task Opener_that_gets_no_form_is_a_problem()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(Buttons(Opener("Open", "open"))));
        await using var ending = town;
        await Assert.ThrowsAsync<RehearsalException>(() => card.Opens("Open"));
        town.Expected("answered task/fetch with an empty body");
    }

    [Fact]
    public async Task Opener_may_be_answered_with_a_line()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(Buttons(Opener("Open", "open"))), _ => FormLine("This has been settled."));
        await using var ending = town;
        (await card.Press("Open")).Shows("settled");
    }

    [Fact]
    public async Task Execute_inside_a_form_reaches_nobody()
    {
        var (town, _, form) = await Neighbourhood.Opened(Card(Buttons(Execute("Send", "send"))));
        await using var ending = town;
        Assert.Contains("only Action.Submit", (await Assert.ThrowsAsync<RehearsalException>(() => form.Submit())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_picked_by_name_and_travel_by_id()
    {
        var picker = Input("ChoiceSet", "who", "Who?", new { isMultiSelect = true, choices = Array.Empty<object>() });
        picker["choices.data"] = JObject.FromObject(new { type = "Data.Query", dataset = "graph.microsoft.com/users" });
        var (town, ana, form) = await Neighbourhood.Opened(Card(picker, Buttons(Submit("Send", "send"))), _ => FormLine("Noted."));
        await using var _ = town;
        Assert.Equal(["Bo Chen"], await form.Searches("Who?", "bo"));
        await form.Fill("Who?", "Bo Chen", "Ana Lima").Submit();
        Assert.Equal("bo-2,ana-1", (string?)ana.LastActivity!.SelectToken("value.data.who"));
    }

    [Fact]
    public async Task What_was_searched_before_can_still_be_chosen_and_goes_by_its_name_alone()
    {
        var picker = Input("ChoiceSet", "who", "Who?", new { isMultiSelect = true, choices = Array.Empty<object>() });
        picker["choices.data"] = JObject.FromObject(new { type = "Data.Query", dataset = "plants" });
        var (town, ana, form) = await Neighbourhood.Opened(Card(picker, Buttons(Submit("Send", "send"))), activity => (string?)activity["name"] == "application/search"
            ? Found((string?)activity.SelectToken("value.queryText") == "r" ? ["Rose — thorny", "Rue — bitter", "Rue — sweet"] : ["Oak — tall"])
            : FormLine("Noted."));
        await using var _ = town;

        await form.Searches("Who?", "r");
        Assert.Equal("search", (string?)ana.LastActivity!.SelectToken("value.kind"));
        Assert.Equal(["Oak — tall"], await form.Searches("Who?", "o"));
        Assert.Throws<RehearsalException>(() => form.Fill("Who?", "Rue"));
        await form.Fill("Who?", "Rose", "Oak", "Rue — bitter").Submit();

        Assert.Equal("Rose — thorny,Oak — tall,Rue — bitter", (string?)ana.LastActivity!.SelectToken("value.data.who"));
    }

    [Fact]
    public async Task An_old_client_searches_nothing()
    {
        var picker = Input("ChoiceSet", "who", "Who?", new { choices = Array.Empty<object>() });
        picker["choices.data"] = JObject.FromObject(new { type = "Data.Query", dataset = "plants" });
        var (town, ana, form) = await Neighbourhood.Opened(Card(picker, Buttons(Submit("Send", "send"))));
        await using var _ = town;
        ana.Client = Client.Old;

        Assert.Contains("cannot search", (await Assert.ThrowsAsync<RehearsalException>(() => form.Searches("Who?", "r"))).Message, StringComparison.Ordinal);
    }

    private static JObject Found(params string[] titles) => new()
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.search.searchResponse",
        ["value"] = new JObject { ["results"] = new JArray(titles.Select(title => new JObject { ["title"] = title, ["value"] = title })) },
    };
}
