using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Cards;

/// <summary>Cards against the official Adaptive Cards 1.6 schema and the additions of Teams that we use.</summary>
public static class CardSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(Load);

    /// <returns>What the schema does not allow; empty for a good card.</returns>
    public static IReadOnlyList<CardFinding> Check(JObject card) => Schema.Value.Check(card);

    private static JsonSchema Load()
    {
        var schema = Read("adaptive-card-1.6.json");
        schema.Merge(Read("teams-additions.json"), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Concat });
        return new JsonSchema(schema);
    }

    private static JObject Read(string name)
    {
        using var reader = new StreamReader(typeof(CardSchema).Assembly.GetManifestResourceStream(name)!);
        return JObject.Parse(reader.ReadToEnd());
    }
}
