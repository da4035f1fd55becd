using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The values chosen beforehand, with commas between.</summary>
    public string Value { get; set; }

    public AdaptiveChoiceInputStyle Style { get; set; }

    public bool IsMultiSelect { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    public bool Wrap { get; set; }

    public string Placeholder { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("value", Value);
        writer.WriteName("style", Style);
        writer.WriteMember("isMultiSelect", IsMultiSelect);
        writer.WriteArray("choices", Choices, static (writer, choice) => choice.WriteTo(writer));
        writer.WriteFlag("wrap", Wrap);
        writer.WriteText("placeholder", Placeholder);
        base.WriteMembers(writer);
    }
}
