using System.Collections.Immutable;
using System.Text.Json;

namespace MentorBot.Packing;

/// <summary>What was found while looking through a package's files: what is wrong, what there is to translate, what goes in.</summary>
internal sealed class Findings(string folder)
{
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    public List<PackageProblem> Problems { get; } = [];

    /// <summary>The texts that a language file may replace, and how long each may be.</summary>
    public Dictionary<string, int> Translatable { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order of their names.</summary>
    public ImmutableSortedDictionary<string, byte[]> Files { get; private set; } = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);

    public void Add(string field, string problem) => Problems.Add(new(field, problem));

    /// <summary>A file of the package.</summary>
    /// <param name="field">Where it is named.</param>
    public byte[]? Read(string field, string name)
    {
        if (name.Length == 0 || name != Path.GetFileName(name) || name.Contains('\\'))
        {
            Add(field, $"\"{name}\" must name a file that lies beside manifest.json, without a folder.");
            return null;
        }

        try
        {
            var content = File.ReadAllBytes(Path.Combine(folder, name));

            // Editors put a mark of three bytes before what they save; what is meant begins after it.
            if (content is [0xEF, 0xBB, 0xBF, .. var meant])
                content = meant;
            Files = Files.SetItem(name, content);
            return content;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Add(field, $"the file {name} cannot be read: {unreadable.Message}");
            return null;
        }
    }

    /// <param name="field">Where the file is named, or its own name.</param>
    public JsonDocument? Parse(string field, byte[] content)
    {
        try
        {
            return JsonDocument.Parse(content, Strictly);
        }
        catch (JsonException broken)
        {
            Add(field, $"is no JSON: {broken.Message}");
            return null;
        }
    }
}
