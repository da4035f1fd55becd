using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveFact> Facts { get; set; } = [];

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteArray("facts", Facts, static (writer, fact) => fact.WriteTo(writer));
        base.WriteMembers(writer);
    }
}
