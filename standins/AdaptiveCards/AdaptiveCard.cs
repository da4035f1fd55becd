using System.Globalization;
using System.Text;
using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    private const int UsualLength = 1024;

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    public override string Type { get; set; } = TypeName;

    public AdaptiveSchemaVersion Version { get; set; }

    public string FallbackText { get; set; }

    public string Lang { get; set; }

    public List<AdaptiveElement> Body { get; set; } = [];

    public List<AdaptiveAction> Actions { get; set; } = [];

    public string ToJson()
    {
        var json = new StringBuilder(UsualLength);
        using (var writer = new JsonTextWriter(new StringWriter(json, CultureInfo.InvariantCulture)) { Formatting = Formatting.Indented })
            WriteTo(writer);
        return json.ToString();
    }

    internal override void WriteHead(JsonWriter writer)
    {
        writer.WriteRequired("type", Type);
        writer.WriteText("version", Version?.ToString());
        writer.WriteText("id", Id);
        writer.WriteText("fallbackText", FallbackText);
        writer.WriteText("lang", Lang);
        if (Body is { Count: > 0 })
            writer.WriteElements("body", Body);
        if (Actions is { Count: > 0 })
            writer.WriteElements("actions", Actions);
    }
}
