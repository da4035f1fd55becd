using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

[JsonConverter(typeof(OnlyToJson))]
public abstract class AdaptiveTypedElement
{
    private SerializableDictionary<string, object> _additionalProperties;

    public abstract string Type { get; set; }

    public string Id { get; set; }

    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>Written after everything else, names as they are. The keys ignore case.</summary>
    public SerializableDictionary<string, object> AdditionalProperties
    {
        get => _additionalProperties ??= new SerializableDictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        set => _additionalProperties = value;
    }

    internal void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteHead(writer);
        WriteMembers(writer);
        if (_additionalProperties is { Count: > 0 })
            foreach (var (name, value) in _additionalProperties)
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
