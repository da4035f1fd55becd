using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Chats;

public sealed class TapsTests
{
    private static readonly JObject Offer = Card(
        Input("ChoiceSet", "kinds", "What could you be?", new { isMultiSelect = true, choices = Choices("A skill", "Someone who listens") }),
        Input("Text", "about", "A few words about you"),
        Buttons(JObject.Parse("""{"type":"Action.ToggleVisibility","title":"More wishes","targetElements":["more"]}""")),
        JObject.FromObject(new { type = "Container", id = "more", isVisible = false, items = new[] { Input("Toggle", "own", "My own wish", new { title = "This is my own wish" }) } }),
        Buttons(Submit("Offer this", "offer.v1")));

    [Fact]
    public async Task Presses_choices_and_ticks_are_taps_and_typing_is_none()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer, _ => FormLine("Thank you."));
        await using var _ = town;
        Assert.Equal(1, ana.Taps);

        form.Fill("A few words about you", "Some.");
        Assert.Equal(1, ana.Taps);

        form.Fill("What could you be?", "A skill", "Someone who listens");
        Assert.Equal(3, ana.Taps);

        form.Unfold("More wishes").Fill("My own wish", true);
        Assert.Equal(5, ana.Taps);

        await form.Submit();
        Assert.Equal(6, ana.Taps);
    }

    [Fact]
    public async Task Looking_closing_and_talking_are_no_taps()
    {
        var (town, ana, form) = await Neighbourhood.Opened(Offer, _ => FormLine("Thank you."));
        await using var _ = town;
        var before = ana.Taps;

        form.Shows("What could you be?").Close();
        await ana.Says("hello");

        Assert.Equal(before, ana.Taps);
    }
}
