using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

[JsonConverter(typeof(OnlyToJson))]
public abstract class AdaptiveTypedElement
{
    public abstract string Type { get; set; }

    public string Id { get; set; }

    public AdaptiveFallbackElement Fallback { get; set; }

    internal void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteHead(writer);
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>What comes first, whatever the element: its type and id.</summary>
    internal virtual void WriteHead(JsonWriter writer)
    {
        writer.WriteRequired("type", Type);
        writer.WriteText("id", Id);
    }

    /// <summary>The members of the most derived class come first, those of its bases after them.</summary>
    internal virtual void WriteMembers(JsonWriter writer)
    {
        if (Fallback is null)
            return;
        writer.WritePropertyName("fallback");
        Fallback.WriteTo(writer);
    }
}
