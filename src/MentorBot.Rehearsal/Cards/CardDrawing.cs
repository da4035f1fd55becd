using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>Draws a card or a form in plain text, 78 columns wide.</summary>
internal static class CardDrawing
{
    public const int Width = 78;

    private const int Inner = Width - 4;

    /// <summary>Longer lists of which one is chosen are drawn as a closed box.</summary>
    private const int LongList = 12;

    public static IReadOnlyList<string> Card(Draft draft) => Framed("┌─┐│└┘", null, Body(draft));

    public static IReadOnlyList<string> Form(string title, Draft draft) => Framed("╔═╗║╚╝", title, Body(draft));

    public static IReadOnlyList<string> Message(string text) => [.. TextWidth.Wrap(text, Width - 2).Select(line => "  " + line)];

    public static IReadOnlyList<string> FormMessage(string text) => Framed("╔═╗║╚╝", null, TextWidth.Wrap(text, Inner));

    private static List<string> Framed(string frame, string? title, IEnumerable<string> lines)
    {
        var rule = new string(frame[1], Width - 2);
        var head = title is null ? rule : $"{frame[1]} {title} ";
        return
        [
            frame[0] + (title is null ? rule : TextWidth.Pad(head, Width - 2, frame[1])) + frame[2],
            .. lines.Select(line => $"{frame[3]} {TextWidth.Pad(line, Inner)} {frame[3]}"),
            frame[4] + rule + frame[5],
        ];
    }

    private static List<string> Body(Draft draft)
    {
        var view = draft.View;
        var lines = new List<string>();
        foreach (var part in view.Parts)
            lines.AddRange(part switch
            {
                CardPart.Words words => TextWidth.Wrap(words.Text, Inner),
                CardPart.Buttons buttons => Row(buttons.Row, draft),
                CardPart.Field { Input: var field } => Field(field, draft),
                _ => [],
            });
        return lines;
    }

    private static IEnumerable<string> Row(IEnumerable<CardButton> buttons, Draft draft)
    {
        var line = "";
        foreach (var button in buttons)
        {
            var drawn = button switch
            {
                { Type: CardButton.Toggle } => $"[ {(IsOpen(button, draft) ? '▾' : '▸')} {button.Title} ]",
                { IsEnabled: false } => $"[ {button.Title} (off) ]",
                _ => $"[ {button.Title} ]",
            };
            if (line != "" && TextWidth.Of(line) + 2 + TextWidth.Of(drawn) > Inner)
            {
                yield return line;
                line = "";
            }

            line += (line == "" ? "" : "  ") + drawn;
        }

        yield return line;
    }

    private static bool IsOpen(CardButton button, Draft draft)
    {
        var targets = (button.Json["targetElements"] as JArray ?? [])
            .Select(target => target is JObject named ? (string?)named["elementId"] : (string?)target).ToHashSet();
        return draft.Card.Descendants().OfType<JObject>()
            .Where(element => element["id"] is not null && targets.Contains((string?)element["id"]))
            .Any(element => draft.View.IsVisible((string)element["id"]!, element));
    }

    private static IEnumerable<string> Field(CardField field, Draft draft)
    {
        var value = draft.ValueOf(field) ?? "";
        var needed = field.IsRequired ? " *" : "";
        if (field.IsToggle)
            return TextWidth.Wrap($"{(value == field.ValueOn ? '☑' : '☐')} {(string?)field.Json["title"] ?? field.Label}{needed}", Inner);

        var label = TextWidth.Wrap(field.Label + needed, Inner);
        if (!field.IsChoice)
            return [.. label, .. Box(value, field)];

        var chosen = (field.IsMulti ? value.Split(',') : [value]).ToHashSet();
        var choices = draft.ChoicesOf(field).ToList();
        if (choices.Count > LongList || field.Dataset is not null)
            return [.. label, .. Boxed(string.Join(" · ", choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Title)), " ▾")];

        var (on, off) = field.IsMulti ? ('☑', '☐') : ('●', '○');
        return [.. label, .. choices.SelectMany(choice => TextWidth.Wrap($"  {(chosen.Contains(choice.Value) ? on : off)} {choice.Title}", Inner))];
    }

    private static IEnumerable<string> Box(string value, CardField field)
    {
        var shown = value != "" ? value : field.Placeholder;
        var most = field.MaxLength is { } length ? string.Create(CultureInfo.InvariantCulture, $" {value.Length}/{length}") : "";
        return Boxed(value == "" && shown != "" ? $"({shown})" : shown, most);
    }

    private static IEnumerable<string> Boxed(string text, string tail)
    {
        var wide = Inner - 6 - TextWidth.Of(tail);
        return TextWidth.Wrap(text, wide).DefaultIfEmpty("").Select((line, at) => $"  [ {TextWidth.Pad(line, wide, line == "" ? '_' : ' ')} ]{(at == 0 ? tail : "")}");
    }
}
