using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveInput : AdaptiveElement
{
    public bool IsRequired { get; set; }

    public string Label { get; set; }

    public string ErrorMessage { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteFlag("isRequired", IsRequired);
        writer.WriteText("label", Label);
        writer.WriteText("errorMessage", ErrorMessage);
        base.WriteMembers(writer);
    }
}
