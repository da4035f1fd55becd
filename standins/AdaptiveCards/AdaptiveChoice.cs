using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveChoice
{
    public string Title { get; set; }

    public string Value { get; set; }

    internal void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("title", Title);
        writer.WriteRequired("value", Value);
        writer.WriteEndObject();
    }
}
