using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public bool IsMultiline { get; set; }

    public int MaxLength { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("placeholder", Placeholder);
        writer.WriteText("value", Value);
        writer.WriteFlag("isMultiline", IsMultiline);
        writer.WriteUnlessZero("maxLength", MaxLength);
        base.WriteMembers(writer);
    }
}
