using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Text that is shown as it is: no Markdown is read in it.</summary>
public class AdaptiveTextRun : AdaptiveInline
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun()
    {
    }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public string Text { get; set; } = " ";

    internal override void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("type", Type);
        writer.WriteRequired("text", Text);
        writer.WriteEndObject();
    }
}
