using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveFallbackElement
{
    public static readonly string drop = "drop";

    public AdaptiveFallbackElement()
    {
    }

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    public enum AdaptiveFallbackType
    {
        None,
        Drop,
        Content,
    }

    public AdaptiveFallbackType Type { get; set; }

    public AdaptiveTypedElement Content { get; set; }

    internal void WriteTo(JsonWriter writer)
    {
        if (Type == AdaptiveFallbackType.Drop)
            writer.WriteValue(drop);
        else if (Type == AdaptiveFallbackType.Content && Content is { } content)
            content.WriteTo(writer);
        else if (Type == AdaptiveFallbackType.Content)
            writer.WriteNull();
    }
}
