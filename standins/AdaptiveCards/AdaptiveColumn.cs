using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    /// <summary><c>auto</c>, <c>stretch</c>, a weight or pixels.</summary>
    public string Width { get; set; }

    internal override void WriteHead(JsonWriter writer)
    {
        // The library forgets here that the type comes first.
        writer.WriteText("id", Id);
        writer.WriteText("type", Type);
    }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("width", Width);
        base.WriteMembers(writer);
    }
}
