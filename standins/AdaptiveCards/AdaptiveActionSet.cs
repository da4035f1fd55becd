using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveAction> Actions { get; set; } = [];

    internal override void WriteHead(JsonWriter writer)
    {
        // The library forgets here that the type comes first.
        writer.WriteText("id", Id);
        writer.WriteText("type", Type);
    }

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Actions is null)
            writer.WriteAny("actions", null);
        else
            writer.WriteElements("actions", Actions);
        base.WriteMembers(writer);
    }
}
