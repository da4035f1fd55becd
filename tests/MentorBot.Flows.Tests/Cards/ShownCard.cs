using AdaptiveCards;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>A card or form as people get it.</summary>
/// <param name="Title">Of the form; null for a card in the chat.</param>
/// <param name="Written">What people wrote and it shows.</param>
internal sealed record ShownCard(string? Title, JObject Json, IReadOnlyList<string> Written)
{
    public bool IsForm => Title is not null;

    public JObject Snapshot => IsForm ? new JObject { ["title"] = Title, ["card"] = Json } : Json;

    /// <summary>Its actions: their types, their ids, and whether they open a form. A fallback counts with what it stands in for.</summary>
    public IEnumerable<(string Type, string Id, bool OpensForm)> Actions =>
        from action in Json.DescendantsAndSelf().OfType<JObject>()
        let type = (string?)action["type"] ?? ""
        where type is "Action.Submit" or "Action.Execute"
        select (type, (string?)action["data"]?["action"] ?? "", action["data"]?["msteams"] is not null);

    public static ShownCard Of(AdaptiveCard card) => new(null, CardAttachment.Json(card), []);

    public static ShownCard Of(Form form, params IReadOnlyList<string> written) => new(form.Title, CardAttachment.Json(form.Card), written);
}
