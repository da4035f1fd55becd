using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NodaTime.Text;

namespace MentorBot.Rehearsal;

/// <summary>What one client holds of a card: what was typed and ticked so far, and which parts are unfolded.</summary>
internal sealed class Draft(JObject card, Resident reader)
{
    private readonly Dictionary<string, string?> filled = [];
    private readonly HashSet<string> forced = [];
    private readonly Dictionary<string, bool> toggled = [];
    private readonly Dictionary<string, ImmutableArray<CardChoice>> found = [];

    public JObject Card { get; } = card;

    public CardView View => new(Card, reader.Client, new CardWords(reader.Person), toggled);

    /// <summary>What is in the field now, as it would travel.</summary>
    public string? ValueOf(CardField field) => filled.TryGetValue(field.Id, out var value) ? value : field.Initial;

    public IEnumerable<CardChoice> ChoicesOf(CardField field) =>
        field.Choices.Concat(found.GetValueOrDefault(field.Id, [])).Concat(field.Dataset == CardField.People ? reader.Colleagues : []).DistinctBy(choice => choice.Value);

    /// <summary>Why the client would not take it, or null when it does, and the field is filled.</summary>
    public string? Fill(CardField field, IReadOnlyList<string> values)
    {
        var (value, refusal) = field.Type switch
        {
            "Input.ChoiceSet" => Choose(field, values),
            _ when values.Count > 1 => (null, "it takes one value"),
            "Input.Text" => Type(field, values.SingleOrDefault("")),
            "Input.Toggle" => Tick(field, values.SingleOrDefault("")),
            "Input.Date" => Parse(values.SingleOrDefault(""), "yyyy-MM-dd", text => LocalDatePattern.Iso.Parse(text).Success),
            "Input.Time" => Parse(values.SingleOrDefault(""), "HH:mm", text => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Success),
            "Input.Number" => Parse(values.SingleOrDefault(""), "a number", text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
            _ => (null, $"no client knows {field.Type}"),
        };
        if (refusal is null)
            Force(field, value, isForced: false);
        return refusal;
    }

    /// <summary>Puts in whatever a hostile client would send; null leaves the input out. The client's checks pass over it.</summary>
    public void Force(CardField field, string? value, bool isForced = true)
    {
        filled[field.Id] = value;
        if (isForced)
            forced.Add(field.Id);
        else
            forced.Remove(field.Id);
    }

    /// <summary>What was found before stays known: it may be chosen already.</summary>
    public void Offer(CardField field, ImmutableArray<CardChoice> choices) => found[field.Id] = [.. found.GetValueOrDefault(field.Id, []).Union(choices)];

    public void Toggle(CardButton button)
    {
        var elements = Card.DescendantsAndSelf().OfType<JObject>().Where(element => element["id"] is JValue && element["type"] is JValue).ToLookup(element => (string?)element["id"] ?? "");
        foreach (var target in button.Json["targetElements"] as JArray ?? [])
        {
            var id = target is JObject named ? (string?)named["elementId"] ?? "" : (string?)target ?? "";
            var element = elements[id].FirstOrDefault()
                ?? throw new RehearsalException($"“{button.Title}” would unfold an element “{id}”, which is not on the card.");
            toggled[id] = (bool?)(target as JObject)?["isVisible"] ?? !View.IsVisible(id, element);
        }
    }

    /// <summary>What the client would say instead of sending, a line for each field in error.</summary>
    public IEnumerable<(CardField Field, string Message)> Errors(CardButton button)
    {
        if (!button.TakesInputs)
            yield break;
        foreach (var field in View.Fields.Where(field => !forced.Contains(field.Id)))
        {
            var value = ValueOf(field) ?? "";
            var missing = value == "" || (field.IsToggle && value != field.ValueOn);
            if (missing ? field.IsRequired : !IsInRange(field, value))
                yield return (field, field.ErrorMessage);
        }
    }

    /// <summary>The action's data with all inputs laid over it: strings throughout, empty ones left out.</summary>
    public JToken? Merged(CardButton button)
    {
        var data = button.Json["data"]?.DeepClone();
        if (!button.TakesInputs)
            return data;
        if (data is not null and not JObject)
            return data;

        var merged = data as JObject ?? [];
        foreach (var field in View.Fields)
            if (ValueOf(field) is { } value && (value != "" || forced.Contains(field.Id)))
                merged[field.Id] = value;
        return merged;
    }

    private static (string?, string?) Type(CardField field, string text) =>
        field.MaxLength is { } most && text.Length > most ? (null, $"it takes {most} characters, these are {text.Length}") : (text, null);

    private static (string?, string?) Tick(CardField field, string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" => (field.ValueOn, null),
        "NO" or "FALSE" or "OFF" or "" => (field.ValueOff, null),
        _ => (null, "it is a tick: yes or no"),
    };

    private static (string?, string?) Parse(string text, string shape, Func<string, bool> fits) => text == "" || fits(text) ? (text, null) : (null, $"it takes {shape}");

    private (string?, string?) Choose(CardField field, IReadOnlyList<string> titles)
    {
        var wanted = titles.Where(title => title != "").ToList();
        if (wanted.Count > 1 && !field.IsMulti)
            return (null, "only one of its choices can be chosen");

        var choices = ChoicesOf(field).ToList();
        var values = new List<string>();
        foreach (var title in wanted)
        {
            if (Named(choices, title) is not { } choice)
                return (null, $"there is no choice “{title}”; there are: {string.Join(" · ", choices.Select(each => each.Title))}");
            values.Add(choice.Value);
        }

        return (string.Join(',', values), null);
    }

    /// <summary>By its title; or by what stands before the dash ("Ana Lima — Engineer"), where that is one choice only.</summary>
    private static CardChoice? Named(List<CardChoice> choices, string title) =>
        choices.Find(choice => IsSame(choice.Title, title)) ?? (choices.FindAll(choice => IsSame(choice.Title.Split(" — ")[0], title)) is [var one] ? one : null);

    private static bool IsSame(string text, string other) => string.Equals(CardWords.Squeeze(text), CardWords.Squeeze(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsInRange(CardField field, string value) => field.Type switch
    {
        "Input.Text" => (string?)field.Json["regex"] is not { } pattern || Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)),
        "Input.Number" when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            !(number < (decimal?)field.Json["min"]) && !(number > (decimal?)field.Json["max"]),
        "Input.Date" or "Input.Time" =>
            !(string.CompareOrdinal(value, (string?)field.Json["min"] ?? value) < 0) && !(string.CompareOrdinal(value, (string?)field.Json["max"] ?? value) > 0),
        _ => true,
    };
}
