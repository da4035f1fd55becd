using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTextBlock : AdaptiveElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock()
    {
    }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public AdaptiveTextSize Size { get; set; }

    public AdaptiveTextWeight Weight { get; set; }

    public AdaptiveTextColor Color { get; set; }

    public bool IsSubtle { get; set; }

    public string Text { get; set; } = "";

    public bool Wrap { get; set; }

    public AdaptiveTextBlockStyle Style { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteUnlessDefault("size", Size);
        writer.WriteUnlessDefault("weight", Weight);
        writer.WriteUnlessDefault("color", Color);
        writer.WriteFlag("isSubtle", IsSubtle);
        writer.WriteRequired("text", Text);
        writer.WriteFlag("wrap", Wrap);
        writer.WriteUnlessDefault("style", Style);
        base.WriteMembers(writer);
    }
}
