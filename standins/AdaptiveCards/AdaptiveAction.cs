using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveAction : AdaptiveTypedElement
{
    private const string DefaultStyle = "default";

    public string Title { get; set; }

    public string Style { get; set; } = DefaultStyle;

    public AdaptiveActionMode Mode { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("title", Title);
        if (Style != DefaultStyle)
            writer.WriteAny("style", Style);
        writer.WriteUnlessDefault("mode", Mode);
        base.WriteMembers(writer);
    }
}
