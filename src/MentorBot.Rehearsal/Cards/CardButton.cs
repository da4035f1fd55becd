using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>A button as one person's client shows it: where that client is old, already its fallback.</summary>
internal sealed record CardButton(string Title, string Type, JObject Json, bool IsEnabled)
{
    public const string Execute = "Action.Execute";
    public const string Submit = "Action.Submit";
    public const string Toggle = "Action.ToggleVisibility";

    /// <summary>The <c>msteams</c> part of the data, which says what Teams makes of a Submit; null for a plain one.</summary>
    public string? TeamsType => (Json["data"] as JObject)?["msteams"] is JObject teams ? (string?)teams["type"] : null;

    public bool OpensForm => Type == Submit && TeamsType == "task/fetch";

    /// <summary>Whether the inputs travel with the press, and are checked before it.</summary>
    public bool TakesInputs => Type is Execute or Submit && (string?)Json["associatedInputs"] is not ("none" or "None");

    /// <summary>The button that the client shows for an action, or null where it shows none.</summary>
    public static CardButton? Of(JToken? action, Client client)
    {
        if (action is not JObject json)
            return null;

        var type = (string?)json["type"] ?? "";
        var known = type is Submit or Toggle or "Action.OpenUrl" or "Action.ShowCard" || (type == Execute && client == Client.Current);
        return known
            ? new((string?)json["title"] ?? "", type, json, (bool?)json["isEnabled"] ?? true)
            : Of(json["fallback"], client);
    }
}
