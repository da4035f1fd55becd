using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTargetElement
{
    public AdaptiveTargetElement()
    {
    }

    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    public AdaptiveTargetElement(string elementId, bool isVisible)
    {
        ElementId = elementId;
        IsVisible = isVisible;
    }

    public string ElementId { get; set; }

    /// <summary>Null toggles; then the target is written as its bare id.</summary>
    public bool? IsVisible { get; set; }

    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);

    internal void WriteTo(JsonWriter writer)
    {
        if (IsVisible is not { } visible)
        {
            writer.WriteValue(ElementId);
            return;
        }

        writer.WriteStartObject();
        writer.WriteAny("elementId", ElementId);
        writer.WriteMember("isVisible", visible);
        writer.WriteEndObject();
    }
}
