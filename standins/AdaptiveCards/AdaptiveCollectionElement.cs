using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    public AdaptiveContainerStyle? Style { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Style is { } style)
            writer.WriteName("style", style);
        base.WriteMembers(writer);
    }
}
