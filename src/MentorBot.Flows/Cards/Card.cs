using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Cards;

/// <summary>The pieces that all cards and forms are made of.</summary>
public static class Card
{
    /// <summary>What Teams documents as supported; charts and people pickers are listed exceptions.</summary>
    public static readonly AdaptiveSchemaVersion Version = new(1, 5);

    /// <summary>A card or form: a title, its lines, and its buttons in order of weight.</summary>
    public static AdaptiveCard Of(string? title, IEnumerable<AdaptiveElement?> body, params IEnumerable<AdaptiveAction?> actions)
    {
        var card = new AdaptiveCard(Version);
        if (title is not null)
            card.Body.Add(new AdaptiveTextBlock(title) { Weight = AdaptiveTextWeight.Bolder, Size = AdaptiveTextSize.Medium, Wrap = true, Style = AdaptiveTextBlockStyle.Heading });
        card.Body.AddRange(body.OfType<AdaptiveElement>());
        var buttons = actions.OfType<AdaptiveAction>().ToList();
        if (buttons.Count > 0)
            card.Body.Add(new AdaptiveActionSet { Actions = buttons });
        return card;
    }

    /// <summary>A card that has only a sentence left to say.</summary>
    public static AdaptiveCard Line(string sentence, params IEnumerable<AdaptiveAction?> actions) => Of(null, [Text(sentence)], actions);

    /// <summary>Replaces any card whose matter is over, for whatever cause.</summary>
    public static AdaptiveCard Settled() => Of(TurnText.SettledTitle, [Text(TurnText.SettledBody)]);

    /// <summary>Replaces a card after which a newer one on the same matter was posted.</summary>
    public static AdaptiveCard Newer() => Line(TurnText.NewerBelow);

    public static AdaptiveTextBlock Text(string text) => new(text) { Wrap = true };

    public static AdaptiveTextBlock Small(string text) => new(text) { Wrap = true, IsSubtle = true, Size = AdaptiveTextSize.Small };

    /// <summary>What somebody wrote, in a form, exactly as they wrote it: no Markdown is read in it.</summary>
    public static AdaptiveRichTextBlock Written(string text) => new() { Inlines = { new AdaptiveTextRun(text) } };

    /// <summary>What has to be put right in a form that came back.</summary>
    public static AdaptiveTextBlock Wrong(string text) => new(text) { Wrap = true, Color = AdaptiveTextColor.Attention, Weight = AdaptiveTextWeight.Bolder };

    /// <summary>A button that acts. Clients that know Action.Execute use it, older ones its fallback; both bring the same data.</summary>
    public static AdaptiveAction Press(string title, string id, params ReadOnlySpan<(string Name, string Value)> ids)
    {
        var data = Data(id, ids);
        return new AdaptiveExecuteAction
        {
            Title = title,
            Verb = id,
            Data = data,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = title, Data = data.DeepClone() }),
        };
    }

    /// <summary>A button on a card that opens a form.</summary>
    public static AdaptiveAction Open(string title, string id, params ReadOnlySpan<(string Name, string Value)> ids)
    {
        var data = Data(id, ids);
        data["msteams"] = new JObject { ["type"] = "task/fetch" };
        return new AdaptiveSubmitAction { Title = title, Data = data };
    }

    /// <summary>A button in a form.</summary>
    public static AdaptiveAction Submit(string title, string id, params ReadOnlySpan<(string Name, string Value)> ids) =>
        new AdaptiveSubmitAction { Title = title, Data = Data(id, ids) };

    /// <summary>Several choices; one of them unless <paramref name="several"/>.</summary>
    public static AdaptiveChoiceSetInput Choices(string id, string label, IEnumerable<(string Value, string Title)> choices, IEnumerable<string> chosen, bool several = false) => new()
    {
        Id = id,
        Label = label,
        Choices = [.. choices.Select(choice => new AdaptiveChoice { Title = choice.Title, Value = choice.Value })],
        Value = string.Join(',', chosen),
        IsMultiSelect = several,
        Style = AdaptiveChoiceInputStyle.Expanded,
        Wrap = true,
    };

    /// <summary>One choice of those that an enum has. Read with <see cref="Turns.Submission.One{TEnum}"/>.</summary>
    public static AdaptiveChoiceSetInput One<TEnum>(string id, string label, IEnumerable<(string Value, string Title)> choices, TEnum chosen)
        where TEnum : struct, Enum => Choices(id, label, choices, [chosen.ToString()]);

    /// <summary>A part of a form that is closed until somebody opens it, or open when something in it has to be put right.</summary>
    public static IEnumerable<AdaptiveElement> Folded(string title, string id, IEnumerable<AdaptiveElement> content, bool isOpen = false) =>
    [
        new AdaptiveActionSet { Actions = [new AdaptiveToggleVisibilityAction { Title = title, TargetElements = [new AdaptiveTargetElement(id)] }] },
        new AdaptiveContainer { Id = id, IsVisible = isOpen, Items = [.. content] },
    ];

    private static JObject Data(string id, ReadOnlySpan<(string Name, string Value)> ids)
    {
        var data = new JObject { ["action"] = id };
        foreach (var (name, value) in ids)
            data[name] = value;
        return data;
    }
}
