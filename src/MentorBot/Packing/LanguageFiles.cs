using System.Text.Json;

namespace MentorBot.Packing;

/// <summary>The files of further languages: a translation for texts that are in the manifest, and for nothing else.</summary>
internal static class LanguageFiles
{
    /// <summary>What Teams wants in each of them.</summary>
    private static readonly string[] Needed = ["name.short", "name.full", "description.short", "description.full"];

    private const string SchemaField = "$schema";
    private const string Schema = "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json";

    public static void Check(JsonElement manifest, Findings findings)
    {
        CheckNames(key => Find(manifest, key), "", findings);
        if (Below(manifest, "localizationInfo") is not { } info || Below(info, "additionalLanguages") is not { ValueKind: JsonValueKind.Array } languages)
            return;

        foreach (var (at, language) in languages.EnumerateArray().Index())
        {
            var field = $"localizationInfo.additionalLanguages[{at}]";
            if (Below(language, "languageTag")?.ToString() is { } tag && tag.Equals(Below(info, "defaultLanguageTag")?.ToString(), StringComparison.OrdinalIgnoreCase))
                findings.Add($"{field}.languageTag", $"\"{tag}\" is the language of manifest.json itself.");
            if (Below(language, "file") is { ValueKind: JsonValueKind.String } file && findings.Read($"{field}.file", file.GetString()!) is { } content)
                CheckFile(file.GetString()!, content, findings);
        }
    }

    private static void CheckFile(string name, byte[] content, Findings findings)
    {
        using var file = findings.Parse(name, content);
        if (file is null)
            return;
        if (file.RootElement.ValueKind != JsonValueKind.Object)
        {
            findings.Add(name, "must be an object.");
            return;
        }

        var words = file.RootElement;
        foreach (var needed in Needed.Append(SchemaField).Where(key => !words.TryGetProperty(key, out _)))
            findings.Add($"{name} {needed}", "is missing.");
        foreach (var word in words.EnumerateObject())
        {
            if (word.Value.ValueKind != JsonValueKind.String)
                findings.Add($"{name} {word.Name}", "must be a text.");
            else if (word.Name == SchemaField ? word.Value.GetString() != Schema : !findings.Translatable.ContainsKey(word.Name))
                findings.Add($"{name} {word.Name}", word.Name == SchemaField ? $"must be \"{Schema}\"." : "is no text of manifest.json that can be translated.");
            else if (word.Name != SchemaField && Shape.Text.Wrong(word.Value.GetString()!, findings.Translatable[word.Name]) is { } wrong)
                findings.Add($"{name} {word.Name}", wrong);
        }

        CheckNames(key => Below(words, key), $"{name} ", findings);
    }

    private static void CheckNames(Func<string, JsonElement?> find, string before, Findings findings)
    {
        if (find("name.short") is { } name && find("name.full") is { } full && name.ToString() == full.ToString())
            findings.Add($"{before}name.full", "must say more than name.short.");
    }

    private static JsonElement? Find(JsonElement manifest, string path) =>
        path.Split('.').Aggregate((JsonElement?)manifest, (found, name) => found is { } at ? Below(at, name) : null);

    private static JsonElement? Below(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var part) ? part : null;
}
