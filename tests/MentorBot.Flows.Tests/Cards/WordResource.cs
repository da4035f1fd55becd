using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>One entry of a file of words.</summary>
internal sealed record WordResource(string File, string Name, string Value)
{
    public override string ToString() => $"{File}.{Name}";
}

/// <summary>All files of words of the flows.</summary>
internal static class WordResources
{
    public static readonly string Flows = Path.Combine(TestsFolder(), "..", "src", "MentorBot.Flows");

    public static IReadOnlyList<WordResource> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Flows, "*Text.resx", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)
           from entry in XDocument.Load(file).Root!.Elements("data")
           select new WordResource(Path.GetFileNameWithoutExtension(file), (string)entry.Attribute("name")!, (string)entry.Element("value")!),
    ];

    /// <summary>The code that uses them, as one text.</summary>
    public static string Code { get; } = string.Join('\n', Directory.EnumerateFiles(Flows, "*.cs", SearchOption.AllDirectories).Where(IsSource).Select(File.ReadAllText));

    private static bool IsSource(string file) => !Path.GetRelativePath(Flows, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string TestsFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
