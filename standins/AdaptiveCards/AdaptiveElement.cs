using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveElement : AdaptiveTypedElement
{
    public AdaptiveSpacing Spacing { get; set; }

    public bool Separator { get; set; }

    public bool IsVisible { get; set; } = true;

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteUnlessDefault("spacing", Spacing);
        writer.WriteFlag("separator", Separator);
        if (!IsVisible)
            writer.WriteMember("isVisible", false);
        base.WriteMembers(writer);
    }
}
