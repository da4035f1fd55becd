using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string Title { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("title", Title);
        base.WriteMembers(writer);
    }
}
