using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveElement : AdaptiveTypedElement
{
    public bool IsVisible { get; set; } = true;

    internal override void WriteMembers(JsonWriter writer)
    {
        if (!IsVisible)
            writer.WriteMember("isVisible", false);
        base.WriteMembers(writer);
    }
}
