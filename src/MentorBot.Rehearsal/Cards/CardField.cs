using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>An input as it stands on a card.</summary>
internal sealed record CardField(string Id, string Type, string Label, bool IsFolded, JObject Json)
{
    public const string People = "graph.microsoft.com/users";

    public bool IsText => Type == "Input.Text";

    public bool IsToggle => Type == "Input.Toggle";

    public bool IsChoice => Type == "Input.ChoiceSet";

    public bool IsMulti => (bool?)Json["isMultiSelect"] ?? false;

    public bool IsRequired => (bool?)Json["isRequired"] ?? false;

    public int? MaxLength => (int?)Json["maxLength"];

    public string ValueOn => (string?)Json["valueOn"] ?? "true";

    public string ValueOff => (string?)Json["valueOff"] ?? "false";

    public string Placeholder => (string?)Json["placeholder"] ?? "";

    public string ErrorMessage => (string?)Json["errorMessage"] ?? $"(“{Label}” has no error message)";

    /// <summary>Where more choices come from while one types; null where all are on the card.</summary>
    public string? Dataset => (string?)(Json["choices.data"] as JObject)?["dataset"] is { } dataset ? dataset.Split('?')[0] : null;

    public ImmutableArray<CardChoice> Choices { get; } =
        [.. (Json["choices"] as JArray ?? []).OfType<JObject>().Select(choice => new CardChoice((string?)choice["title"] ?? "", (string?)choice["value"] ?? ""))];

    /// <summary>What is in it before anybody touched it.</summary>
    public string Initial => Json["value"] switch
    {
        null or { Type: JTokenType.Null } => IsToggle ? ValueOff : "",
        { Type: JTokenType.Boolean } yes => (bool)yes ? "true" : "false",
        var value => value.ToString(),
    };
}
