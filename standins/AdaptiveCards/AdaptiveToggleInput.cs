using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    public string Title { get; set; }

    /// <summary><c>True</c> with a capital, unlike the schema's default.</summary>
    public string ValueOn { get; set; } = bool.TrueString;

    /// <summary><c>False</c> with a capital, unlike the schema's default.</summary>
    public string ValueOff { get; set; } = bool.FalseString;

    public bool Wrap { get; set; }

    public string Value { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteRequired("title", Title);
        writer.WriteText("valueOn", ValueOn);
        writer.WriteText("valueOff", ValueOff);
        writer.WriteFlag("wrap", Wrap);
        writer.WriteText("value", Value);
        base.WriteMembers(writer);
    }
}
