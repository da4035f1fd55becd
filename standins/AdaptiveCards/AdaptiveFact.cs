using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveFact
{
    public AdaptiveFact()
    {
    }

    public AdaptiveFact(string title, string value)
    {
        Title = title;
        Value = value;
    }

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
