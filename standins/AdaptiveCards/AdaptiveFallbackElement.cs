using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveFallbackElement
{
    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent) => Content = fallbackContent;

    public AdaptiveTypedElement Content { get; set; }

    internal void WriteTo(JsonWriter writer)
    {
        if (Content is { } content)
            content.WriteTo(writer);
        else
            writer.WriteNull();
    }
}
