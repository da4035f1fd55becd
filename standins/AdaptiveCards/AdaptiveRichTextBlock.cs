using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveInline> Inlines { get; set; } = [];

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteArray("inlines", Inlines, static (writer, inline) => inline.WriteTo(writer));
        base.WriteMembers(writer);
    }
}
