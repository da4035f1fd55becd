using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

[JsonConverter(typeof(OnlyToJson))]
public abstract class AdaptiveTypedElement
{
    /// <summary>Made when first asked for: hardly an element has any.</summary>
    private IDictionary<string, object> additional;

    public abstract string Type { get; set; }

    public string Id { get; set; }

    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>What the typed members do not know, written after them under its own name.</summary>
    public IDictionary<string, object> AdditionalProperties
    {
        get => additional ??= new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        set => additional = value;
    }

    internal void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteHead(writer);
        WriteMembers(writer);
        if (additional is not null)
            foreach (var (name, value) in additional)
                writer.WriteAny(name, value);
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
