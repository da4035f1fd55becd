using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MentorBot.Testing.Graph;

/// <summary>What came to <see cref="LocalGraph"/>.</summary>
/// <param name="Path">Escaped as it was sent, without the version.</param>
/// <param name="Options">Query options by their names, unescaped.</param>
public sealed record GraphQuestion(string Method, string Path, ImmutableDictionary<string, string> Options, ImmutableDictionary<string, string> Headers, JsonNode? Body)
{
    /// <summary>The parts of the path, unescaped.</summary>
    public ImmutableArray<string> Parts { get; } = [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public override string ToString() => $"{Method} {Path}";
}
