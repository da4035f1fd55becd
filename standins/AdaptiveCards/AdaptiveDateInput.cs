using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("placeholder", Placeholder);
        writer.WriteText("value", Value);
        writer.WriteText("min", Min);
        writer.WriteText("max", Max);
        base.WriteMembers(writer);
    }
}
