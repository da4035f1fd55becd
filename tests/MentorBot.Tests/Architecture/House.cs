using System.Reflection;
using System.Runtime.CompilerServices;

namespace MentorBot.Tests.Architecture;

/// <summary>The product as it lies in the repository and as it is compiled.</summary>
internal static class House
{
    public static readonly string Root = FindRoot();

    public static readonly Assembly Domain = typeof(MentorBot.Domain.PersonId).Assembly;
    public static readonly Assembly Flows = typeof(MentorBot.Flows.Turns.Routes).Assembly;
    public static readonly Assembly Storage = typeof(MentorBot.Storage.Rows.Row).Assembly;
    public static readonly Assembly Adapters = typeof(MentorBot.Adapters.Embedded.KeyFile).Assembly;
    public static readonly Assembly Rehearsal = typeof(MentorBot.Rehearsal.Town).Assembly;
    public static readonly Assembly Host = typeof(MentorBot.Hosting.BotHost).Assembly;

    public static readonly IReadOnlyList<Assembly> Product = [Domain, Flows, Storage, Adapters, Rehearsal, Host];

    /// <summary>Folders below one of the repository's, without what a build leaves there.</summary>
    public static IEnumerable<string> Folders(params string[] below) =>
        Directory.EnumerateDirectories(Path.Combine([Root, .. below])).Where(folder => !IsBuilt(folder));

    /// <summary>C# files below folders of the repository, by their paths in it.</summary>
    public static IEnumerable<string> Sources(params IEnumerable<string> below) => below
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(IsBuilt))
        .Order(StringComparer.Ordinal);

    public static string[] Lines(string source) => File.ReadAllLines(Path.Combine(Root, source));

    private static bool IsBuilt(string folder) => Path.GetFileName(folder) is "bin" or "obj";

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "MentorBot.sln")))
                return folder;
        throw new DirectoryNotFoundException("MentorBot.sln is not found above this source file, as it was when it was compiled.");
    }
}
