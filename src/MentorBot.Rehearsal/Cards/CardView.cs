using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>A card as one client lays it out: what is visible, in order, and all inputs, the folded ones too.</summary>
internal sealed class CardView
{
    private static readonly string[] Contents = ["items", "columns", "rows", "cells", "images"];

    private readonly Client client;
    private readonly IReadOnlyDictionary<string, bool> toggled;
    private readonly CardWords words;
    private readonly ImmutableArray<CardPart>.Builder parts = ImmutableArray.CreateBuilder<CardPart>();
    private readonly ImmutableArray<CardField>.Builder fields = ImmutableArray.CreateBuilder<CardField>();

    /// <exception cref="RehearsalException">A property is of a type that it cannot have.</exception>
    /// <param name="toggled">By element id: what the person unfolded or folded, over what the card says.</param>
    public CardView(JObject card, Client client, CardWords words, IReadOnlyDictionary<string, bool> toggled)
    {
        this.client = client;
        this.words = words;
        this.toggled = toggled;
        try
        {
            foreach (var element in Each(card["body"]))
                Lay(element, visible: true);
            LayButtons(Each(card["actions"]), visible: true);
        }
        catch (Exception why) when (why is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new RehearsalException($"No client could draw this card, something in it is of the wrong type ({why.Message}):\n{card}");
        }

        Parts = parts.ToImmutable();
        Fields = fields.ToImmutable();
    }

    public ImmutableArray<CardPart> Parts { get; }

    public ImmutableArray<CardField> Fields { get; }

    public IEnumerable<CardButton> Buttons => Parts.OfType<CardPart.Buttons>().SelectMany(buttons => buttons.Row);

    /// <summary>Everything that can be read, a text each.</summary>
    public IEnumerable<string> Texts => Parts.SelectMany(part => part switch
    {
        CardPart.Words line => [line.Text],
        CardPart.Buttons buttons => buttons.Row.Select(button => button.Title),
        CardPart.Field { Input: var input } => [input.Label, input.Placeholder, (string?)input.Json["title"] ?? "", .. input.Choices.Select(choice => choice.Title)],
        _ => Enumerable.Empty<string>(),
    });

    public bool IsVisible(string id, JObject element) => toggled.TryGetValue(id, out var visible) ? visible : (bool?)element["isVisible"] ?? true;

    private void Lay(JObject element, bool visible)
    {
        visible = visible && IsVisible((string?)element["id"] ?? "", element);
        var type = (string?)element["type"] ?? "";
        switch (type)
        {
            case "TextBlock":
                Say((string?)element["text"], visible);
                break;
            case "RichTextBlock":
                Say(string.Concat((element["inlines"] as JArray ?? []).Select(run => run is JObject rich ? (string?)rich["text"] : (string?)run)), visible);
                break;
            case "FactSet":
                foreach (var fact in Each(element["facts"]))
                    Say($"{(string?)fact["title"]}: {(string?)fact["value"]}", visible);
                break;
            case "Image":
                Say($"(picture: {(string?)element["altText"] ?? "without a description"})", visible);
                break;
            case "ActionSet":
                LayButtons(Each(element["actions"]), visible);
                break;
            case "Container" or "Column" or "ColumnSet" or "Table" or "TableRow" or "TableCell" or "ImageSet":
                foreach (var inner in Contents.SelectMany(name => Each(element[name])))
                    Lay(inner, visible);
                break;
            case { } when type.StartsWith("Input.", StringComparison.Ordinal):
                LayField(element, type, visible);
                break;
            case { } when element["fallback"] is JObject fallback:
                Lay(fallback, visible);
                break;
            default:
                Say($"({type}: not shown by every client, and without a fallback)", visible);
                break;
        }

        if (element["selectAction"] is JObject select)
            LayButtons([select], visible);
    }

    private void LayField(JObject element, string type, bool visible)
    {
        var names = new[] { "label", type == "Input.Toggle" ? "title" : "placeholder" };
        var label = words.Plain(names.Select(name => (string?)element[name]).FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? "");
        var field = new CardField((string?)element["id"] ?? "", type, label, !visible, element);
        fields.Add(field);
        if (visible)
            parts.Add(new CardPart.Field(field));
    }

    private void LayButtons(IEnumerable<JObject> actions, bool visible)
    {
        var row = actions.Select(action => CardButton.Of(action, client)).OfType<CardButton>().Where(button => button.Title != "").ToImmutableArray();
        if (visible && !row.IsEmpty)
            parts.Add(new CardPart.Buttons(row));
    }

    private void Say(string? text, bool visible)
    {
        if (visible && !string.IsNullOrEmpty(text))
            parts.Add(new CardPart.Words(words.Plain(text)));
    }

    private static IEnumerable<JObject> Each(JToken? list) => (list as JArray ?? []).OfType<JObject>();
}
