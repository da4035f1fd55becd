using Newtonsoft.Json;

namespace AdaptiveCards;

public abstract class AdaptiveInline
{
    public abstract string Type { get; set; }

    internal abstract void WriteTo(JsonWriter writer);
}
