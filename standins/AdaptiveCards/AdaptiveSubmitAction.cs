using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    public object Data { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Data is not null)
            writer.WriteAny("data", Data);
        base.WriteMembers(writer);
    }
}
