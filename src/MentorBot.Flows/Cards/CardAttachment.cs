using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Cards;

/// <summary>
/// The one seam between typed cards and what is sent. Setting Attachment.Content elsewhere is banned: the official serializer
/// overflows the stack on a typed card.
/// </summary>
public static class CardAttachment
{
#pragma warning disable RS0030
    public static Attachment From(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = Json(card) };
#pragma warning restore RS0030

    private static readonly JsonLoadSettings WithoutLines = new() { LineInfoHandling = LineInfoHandling.Ignore };

    /// <summary>As JSON. Dates in it stay the text that they are.</summary>
    public static JObject Json(AdaptiveCard card)
    {
        using var reader = new JsonTextReader(new StringReader(card.ToJson())) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader, WithoutLines);
    }
}
