using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Showing;

public sealed class TerminalPlayerTests
{
    private static readonly JObject Notice = Card(Words("Before you write anything"), Buttons(Opener("Open the form", "open"), Execute("Not now", "not")));

    private static readonly JObject Form = Card(
        Input("ChoiceSet", "kinds", "What could you be?", new { isMultiSelect = true, isRequired = true, errorMessage = "Please choose at least one.", choices = Choices("A skill", "Someone who listens") }),
        Input("Text", "about", "A few words", new { maxLength = 10 }),
        Buttons(JObject.Parse("""{"type":"Action.ToggleVisibility","title":"More wishes","targetElements":["until"]}""")),
        new JObject(Input("Date", "until", "Until when")) { ["isVisible"] = false },
        Buttons(Submit("Offer this", "offer")));

    [Fact]
    public async Task Human_fills_a_form_field_by_field_is_told_of_errors_and_sends_it()
    {
        var script = Offering();
        var (output, _) = await Play(
            script,
            "offer",
            "1",                  // Open the form
            "", "",               // leaves both fields
            "2",                  // Offer this: an error
            "f", "2 1", "much too long for it", "short", // fills it in
            "1", "2026-04-01",    // More wishes, and the field in it
            "2",                  // Offer this
            "quit");

        Assert.Contains("! Please choose at least one.", output, StringComparison.Ordinal);
        Assert.Contains("it takes 10 characters", output, StringComparison.Ordinal);
        Assert.Contains("Thank you.", output, StringComparison.Ordinal);
        var data = script.Last.SelectToken("value.data")!;
        Assert.Equal(("c2,c1", "short", "2026-04-01"), ((string?)data["kinds"], (string?)data["about"], (string?)data["until"]));
    }

    [Fact]
    public async Task Form_is_closed_with_x_and_nothing_is_sent()
    {
        var script = Offering();
        await Play(script, "offer", "1", "1", "", "x", "quit");
        Assert.Equal("task/fetch", (string?)script.Last["name"]);
    }

    [Fact]
    public async Task Button_is_pressed_by_its_number()
    {
        var (output, _) = await Play(Offering(), "offer", "2", "7", "quit");
        Assert.Contains("1 Open the form   2 Not now", output, StringComparison.Ordinal);
        Assert.Contains("All right.", output, StringComparison.Ordinal);
        Assert.Contains("! There is no button 7.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_moves_the_clock_and_settles()
    {
        var script = Offering();
        var settled = 0;
        script.OnIdle = _ => Task.FromResult(settled++);
        var (output, now) = await Play(script, "later 3d", "later 2h", "later soon", "quit");
        Assert.Equal(TownOptions.Usual.Start + Duration.FromHours(74), now);
        Assert.True(settled >= 3);
        Assert.Contains("Say how long", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_person_is_played_by_name()
    {
        var script = Offering();
        var (output, _) = await Play(script, "as Bo", "hello", "as Cleo", "chat");
        Assert.Equal("bo-2", (string?)script.Last.SelectToken("from.aadObjectId"));
        Assert.Contains("Bo Chen> ", output, StringComparison.Ordinal);
        Assert.Contains("! Nobody here is called “Cleo”", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_is_picked_by_part_of_the_name()
    {
        var picker = Input("ChoiceSet", "who", "Who?", new { isMultiSelect = true, choices = Array.Empty<object>() });
        picker["choices.data"] = JObject.FromObject(new { type = "Data.Query", dataset = "graph.microsoft.com/users" });
        var script = Replying(Message(Notice), activity => (string?)activity["name"] == "task/fetch" ? Script.Form("Who", Card(picker, Buttons(Submit("Send", "send")))) : FormLine("Noted."));
        var (output, _) = await Play(script, "offer", "1", "n", "bo; ana", "1", "quit");
        Assert.Contains("! “n” is not one: Ana Lima · Bo Chen", output, StringComparison.Ordinal);
        Assert.Equal("bo-2,ana-1", (string?)script.Last.SelectToken("value.data.who"));
    }

    [Fact]
    public async Task Problem_of_the_bot_is_shown_once_and_the_play_goes_on()
    {
        var script = Offering();
        script.OnActivity = (_, activity) => Task.FromResult<(int, JToken?)>(((string?)activity["type"] == "message" ? 500 : 200, null));
        var (output, _) = await Play(script, "offer", "later 1d", "quit");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(output, "! Refused:"));
    }

    private static Script Offering() => Replying(Message(Notice), activity => (string?)activity["name"] switch
    {
        "task/fetch" => Script.Form("What would you like to offer?", Form),
        "task/submit" => FormLine("Thank you."),
        _ => Line("All right."),
    });

    private static async Task<(string Output, Instant Now)> Play(Script script, params string[] lines)
    {
        await using var town = await Neighbourhood.With(script, areInstalled: false);
        using var input = new StringReader(string.Join('\n', lines));
        using var output = new StringWriter();
        await new TerminalPlayer(town, input, output).Play("Ana");
        return (output.ToString(), town.Clock.GetCurrentInstant());
    }
}
