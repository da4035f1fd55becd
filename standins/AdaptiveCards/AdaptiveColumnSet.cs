using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveColumn> Columns { get; set; } = [];

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteElements("columns", Columns);
        base.WriteMembers(writer);
    }
}
