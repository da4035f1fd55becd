using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveContainer : AdaptiveElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveElement> Items { get; set; } = [];

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Items is not null)
            writer.WriteElements("items", Items);
        base.WriteMembers(writer);
    }
}
