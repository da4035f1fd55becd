using MentorBot.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Packing;

/// <summary>Manifests of Teams apps against the official schema 1.30.</summary>
public static class ManifestSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(Load);

    /// <returns>What the schema does not allow; empty for a good manifest.</returns>
    public static IReadOnlyList<CardFinding> Check(JObject manifest) => Schema.Value.Check(manifest);

    private static JsonSchema Load()
    {
        using var reader = new StreamReader(typeof(ManifestSchema).Assembly.GetManifestResourceStream("teams-manifest-1.30.json")!);
        return new JsonSchema(JObject.Parse(reader.ReadToEnd()));
    }
}
