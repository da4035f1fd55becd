using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Cards;

/// <summary>The house's own rules for cards, beyond what the schema says.</summary>
public static class CardLint
{
    public const string Version = "1.5";

    /// <summary>Bytes as Teams counts them, in UTF-16.</summary>
    public const int MostBytes = 20 * 1024;

    /// <summary>In one row.</summary>
    public const int MostActions = 6;

    public const int MostTitleWords = 4;

    private static readonly string[] Constraints = ["maxLength", "min", "max", "regex"];

    private static readonly string[] NotShown = ["url", "iconUrl", "regex"];

    /// <param name="card">The card as it is sent.</param>
    /// <param name="inForm">Whether it is shown in a form, where other actions are allowed than in a chat.</param>
    /// <param name="written">What a person wrote and the card shows: it counts neither as size nor as our words.</param>
    /// <returns>What is against the rules; empty for a good card.</returns>
    public static IReadOnlyList<CardFinding> Check(JObject card, bool inForm = false, params IReadOnlyList<string> written)
    {
        var nodes = Nodes(card).ToList();
        var inputs = nodes.FindAll(node => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal));
        var actions = nodes.FindAll(IsAction);
        return
        [
            .. OfCard(card, written),
            .. inputs.SelectMany(OfInput),
            .. OfInputIds(inputs),
            .. OfActionCount(actions),
            .. actions.SelectMany(OfAction),
            .. actions.SelectMany(action => inForm ? OfFormAction(action) : OfChatAction(action)),
            .. Strings(card).Where(text => IsShown(text) && Ours(text, written).AsSpan().ContainsAny("!！¡"))
                .Select(text => At(text, "has an exclamation mark")),
        ];
    }

    private static IEnumerable<CardFinding> OfCard(JObject card, IReadOnlyList<string> written)
    {
        if ((string?)card["version"] != Version)
            yield return At(card, $"declares version '{card["version"]}', not {Version}");

        var theirs = Strings(card).Sum(text => Length((string)text!) - Length(Ours(text, written)));
        var bytes = sizeof(char) * (card.ToString(Formatting.None).Length - theirs);
        if (bytes > MostBytes)
            yield return At(card, $"takes {bytes} bytes in UTF-16, more than {MostBytes}");
    }

    private static IEnumerable<CardFinding> OfInput(JObject input)
    {
        if (IsBlank(input["label"]))
            yield return At(input, "has no label");
        var canBeWrong = (bool?)input["isRequired"] == true || Constraints.Any(input.ContainsKey);
        if (canBeWrong && IsBlank(input["errorMessage"]))
            yield return At(input, "can be wrong and has no error message");
    }

    private static IEnumerable<CardFinding> OfInputIds(List<JObject> inputs) =>
        inputs.Where(input => IsBlank(input["id"])).Select(input => At(input, "has no id"))
            .Concat(inputs.Where(input => !IsBlank(input["id"])).GroupBy(input => (string)input["id"]!, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1).Select(input => At(input, $"has the id '{same.Key}' of another input"))));

    /// <summary>Clients leave out what is beyond the sixth of a row.</summary>
    private static IEnumerable<CardFinding> OfActionCount(List<JObject> actions) =>
        from row in actions.Where(IsButton).GroupBy(action => action.Parent?.Parent?.Parent)
        where row.Count() > MostActions
        select At(row.Key!, $"has {row.Count()} actions, more than {MostActions}");

    private static IEnumerable<CardFinding> OfAction(JObject action)
    {
        if ((string?)action["style"] is { } style && !style.Equals("default", StringComparison.OrdinalIgnoreCase))
            yield return At(action, $"has the style '{style}', which Teams does not show");
        if (IsButton(action) && IsBlank(action["title"]))
            yield return At(action, "has no title");
        var words = ((string?)action["title"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > MostTitleWords)
            yield return At(action, $"has a title of {words} words, more than {MostTitleWords}");
    }

    private static IEnumerable<CardFinding> OfFormAction(JObject action)
    {
        if (TypeOf(action) is not ("Action.Submit" or "Action.ToggleVisibility"))
            yield return At(action, $"is {TypeOf(action)}: a form takes Action.Submit only, and Action.ToggleVisibility to unfold a part");
        if (Msteams(action) is not null)
            yield return At(action, "has msteams in its data, which does nothing in a form");
    }

    private static IEnumerable<CardFinding> OfChatAction(JObject action)
    {
        var opensForm = (string?)Msteams(action)?["type"] == "task/fetch";
        if (TypeOf(action) == "Action.Execute")
        {
            if (opensForm)
                yield return At(action, "opens a form, which only Action.Submit can");
            var fallback = action["fallback"] as JObject;
            if (fallback is null || TypeOf(fallback) != "Action.Submit")
                yield return At(action, "has no Action.Submit as its fallback");
            else if (!JToken.DeepEquals(action["data"], fallback["data"]))
                yield return At(fallback, "does not carry the same data as the action it stands in for");
        }
        else if (TypeOf(action) == "Action.Submit" && !opensForm && !IsFallback(action))
        {
            yield return At(action, "is neither the fallback of an Action.Execute nor opens a form (data.msteams.type task/fetch)");
        }
    }

    /// <summary>Every object of the card with a type; an action's data is not of the card.</summary>
    private static IEnumerable<JObject> Nodes(JToken token) =>
        (token is JObject node && node["type"] is not null ? [node] : Enumerable.Empty<JObject>()).Concat(OnCard(token).SelectMany(Nodes));

    private static IEnumerable<JValue> Strings(JToken token) =>
        token is JValue { Type: JTokenType.String } text ? [text] : OnCard(token).SelectMany(Strings);

    private static JEnumerable<JToken> OnCard(JToken token) =>
        token is JProperty { Name: "data", Parent: JObject owner } && IsAction(owner)
            ? Msteams(owner)?.Children() ?? JEnumerable<JToken>.Empty
            : token.Children();

    private static bool IsAction(JObject node) => TypeOf(node).StartsWith("Action.", StringComparison.Ordinal);

    private static bool IsButton(JObject action) => !IsFallback(action) && action.Parent is not JProperty { Name: "selectAction" or "action" };

    private static bool IsFallback(JObject action) =>
        action.Parent is JProperty { Name: "fallback", Parent: JObject owner } && TypeOf(owner) == "Action.Execute";

    private static JObject? Msteams(JObject action) => (action["data"] as JObject)?["msteams"] as JObject;

    private static bool IsShown(JValue text) => text.Parent is not JProperty property || !NotShown.Contains(property.Name);

    /// <summary>A text without what the person wrote. What stands in a text input is all theirs.</summary>
    private static string Ours(JValue text, IReadOnlyList<string> written) =>
        text.Parent is JProperty { Name: "value", Parent: JObject owner } && TypeOf(owner) == "Input.Text"
            ? ""
            : written.Where(part => part.Length > 0).Aggregate((string)text!, (rest, part) => rest.Replace(part, "", StringComparison.Ordinal));

    private static int Length(string text) => JsonConvert.ToString(text).Length;

    private static bool IsBlank(JToken? text) => string.IsNullOrWhiteSpace((string?)text);

    private static string TypeOf(JObject node) => node["type"] is JValue { Value: string type } ? type : "";

    private static CardFinding At(JToken token, string problem) => new(token.Path.Length == 0 ? "card" : token.Path, problem);
}
