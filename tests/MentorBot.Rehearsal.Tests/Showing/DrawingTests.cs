using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Showing;

public sealed class DrawingTests
{
    private static readonly JObject Offer = Card(
        Words("Three minutes. Only the first question needs an answer, and you can change everything later."),
        Input("ChoiceSet", "kinds", "What could you be?", new { isMultiSelect = true, isRequired = true, value = "c2", choices = Choices("A skill", "Someone who listens") }),
        Input("ChoiceSet", "places", "How many?", new { value = "c1", choices = Choices("One", "Two") }),
        Input("Text", "about", "A few words", new { maxLength = 300, placeholder = "No titles needed" }),
        Input("Toggle", "own", "", new { title = "This is my own wish" }),
        Buttons(JObject.Parse("""{"type":"Action.ToggleVisibility","title":"More wishes","targetElements":["more"]}""")),
        JObject.FromObject(new { type = "Container", id = "more", isVisible = false, items = new[] { Input("Date", "until", "Until when", new { value = "2026-04-01" }) } }),
        Buttons(Submit("Offer this", "offer"), Submit("Keep this for later", "keep")));

    [Fact]
    public async Task Form_is_drawn_with_its_fields_choices_and_folded_parts()
    {
        var (town, _, form) = await Neighbourhood.Opened(Offer);
        await using var ending = town;
        Assert.Equal(
            """
            ╔═ A form ═══════════════════════════════════════════════════════════════════╗
            ║ Three minutes. Only the first question needs an answer, and you can change ║
            ║ everything later.                                                          ║
            ║ What could you be? *                                                       ║
            ║   ☐ A skill                                                                ║
            ║   ☑ Someone who listens                                                    ║
            ║ How many?                                                                  ║
            ║   ● One                                                                    ║
            ║   ○ Two                                                                    ║
            ║ A few words                                                                ║
            ║   [ (No titles needed)                                             ] 0/300 ║
            ║ ☐ This is my own wish                                                      ║
            ║ [ ▸ More wishes ]                                                          ║
            ║ [ Offer this ]  [ Keep this for later ]                                    ║
            ╚════════════════════════════════════════════════════════════════════════════╝
            """.ReplaceLineEndings("\n"),
            form.Drawn);

        form.Unfold("More wishes").Fill("A few words", "Gardens, 庭, 🌱");
        Assert.Contains("[ ▾ More wishes ]", form.Drawn, StringComparison.Ordinal);
        Assert.Contains("║   [ 2026-04-01 ", form.Drawn, StringComparison.Ordinal);
        Assert.Contains("[ Gardens, 庭, 🌱 ", form.Drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_is_78_columns_wide_whatever_is_on_it()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(
            Words(new string('x', 200)),
            Words("Zwei breite Zeichen 庭 und 🌱 und ein é aus zweien: e\u0301 " + string.Concat(Enumerable.Repeat("庭", 60))),
            Buttons([.. Enumerable.Range(0, 9).Select(at => Submit($"Button number {at}", "x"))])));
        await using var ending = town;
        Assert.All(card.Drawn.Split('\n'), line => Assert.Equal(78, Columns(line)));
    }

    [Fact]
    public async Task Elements_of_every_kind_can_be_read()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(
            JObject.Parse("""{"type":"FactSet","facts":[{"title":"When","value":"Tuesday"}]}"""),
            JObject.Parse("""{"type":"RichTextBlock","inlines":["plain ",{"type":"TextRun","text":"rich"}]}"""),
            JObject.Parse("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"left"}]},{"type":"Column","items":[{"type":"TextBlock","text":"right"}]}]}"""),
            JObject.Parse("""{"type":"Table","rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"cell"}]}]}]}"""),
            JObject.Parse("""{"type":"Chart.Donut","fallback":{"type":"TextBlock","text":"in numbers"}}"""),
            JObject.Parse("""{"type":"Chart.Pie"}"""),
            JObject.Parse("""{"type":"Image","altText":"a plant"}""")));
        await using var ending = town;
        card.Shows("When: Tuesday").Shows("plain rich").Shows("left").Shows("right").Shows("cell").Shows("in numbers").Shows("Chart.Pie: not shown by every client").Shows("(picture: a plant)");
    }

    [Fact]
    public async Task Transcript_tells_who_did_what_and_who_saw_what()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(Words("Shall we?"), Buttons(Execute("Yes", "yes"))), _ => NewCard(Card(Words("Settled"))));
        await using var ending = town;
        await card.Press("Yes");
        town.Clock.Advance(3);
        await town.Person("Bo").Says("hi");
        var rule = new string('─', 76);
        Assert.Equal(
            $"""
            Mon 2 Mar 08:00   Ana Lima says: hello
            Mon 2 Mar 08:00   Ana Lima sees
            ┌{rule}┐
            │ Shall we?                                                                  │
            │ [ Yes ]                                                                    │
            └{rule}┘
            Mon 2 Mar 08:00   Ana Lima presses [ Yes ]
            Mon 2 Mar 08:00   Ana Lima sees the card change
            ┌{rule}┐
            │ Settled                                                                    │
            └{rule}┘
            Thu 5 Mar 08:00   — 3 days later —
            Thu 5 Mar 08:00   Bo Chen says: hi
            Thu 5 Mar 08:00   Bo Chen sees
            ┌{rule}┐
            │ Shall we?                                                                  │
            │ [ Yes ]                                                                    │
            └{rule}┘

            """.ReplaceLineEndings(Environment.NewLine),
            town.Transcript.ToString());
    }

    [Fact]
    public async Task Escapes_are_for_terminals_only()
    {
        await using var town = await Neighbourhood.With(new Script());
        await town.Person("Ana").Says("hello");
        using var plain = new StringWriter();
        using var terminal = new StringWriter();
        town.Transcript.Print(plain);
        town.Transcript.Print(terminal, forTerminal: true);
        Assert.DoesNotContain('\x1b', plain.ToString());
        Assert.Contains("\x1b[1mAna Lima says: hello\x1b[0m", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_many_do_alike_is_told_in_one_line()
    {
        await using var town = await Neighbourhood.With(new Script());
        using (town.Transcript.InShort("Everybody says hello"))
            foreach (var resident in town.Residents)
            {
                resident.HasTheBotAlready();
                await resident.Says("hello there");
            }

        await town.Person("Ana").Says("good bye");
        var told = town.Transcript.ToString();
        Assert.Contains("Everybody says hello", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hello there", told, StringComparison.Ordinal);
        Assert.Contains("Ana Lima says: good bye", told, StringComparison.Ordinal);
    }

    private static int Columns(string line)
    {
        var columns = 0;
        foreach (var rune in line.EnumerateRunes())
            columns += rune.Value switch { 0x301 => 0, '庭' or 0x1F331 => 2, _ => 1 };
        return columns;
    }
}
