using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MentorBot.Rehearsal;

/// <summary>What lies on disk: every file with its size, and which typed texts are in them.</summary>
public sealed record FolderReport(string Folder, ImmutableArray<FolderReport.File> Files, int TextsTyped)
{
    public bool IsClean => Files.All(file => file.Leaks.IsEmpty);

    /// <remarks>
    /// Files are read as they lie, also while the bot has them open. In the bot's own process closing such a file drops
    /// the advisory locks that SQLite holds on it, as POSIX has it: harmless, as nobody else may open it meanwhile.
    /// </remarks>
    public static FolderReport Of(string folder, Canaries canaries)
    {
        var files = ImmutableArray.CreateBuilder<File>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Read(path) is not { } bytes)
                continue;
            var name = Path.GetRelativePath(folder, path);
            files.Add(new File(name, bytes.Length, [.. canaries.FindIn(name), .. canaries.FindIn(bytes)]));
        }

        return new(folder, files.ToImmutable(), canaries.Typed.Count);
    }

    public override string ToString()
    {
        var report = new StringBuilder();
        foreach (var file in Files)
            report.AppendLine(CultureInfo.InvariantCulture, $"  {file.Size,12:N0}  {file.Name}");
        if (TextsTyped == 0)
            return report.Append("Nobody typed a text that could be looked for.").ToString();
        if (IsClean)
            return report.Append(CultureInfo.InvariantCulture, $"None of the {TextsTyped} texts typed is in any file in any encoding.").ToString();

        foreach (var file in Files)
            foreach (var leak in file.Leaks)
                report.AppendLine(CultureInfo.InvariantCulture, $"{file.Name}, byte {leak.Offset}, {leak.Encoding}: “{leak.Canary.Text}”, typed by {leak.Canary.Author}");
        return report.ToString().TrimEnd();
    }

    /// <summary>The bytes, or null for a file that went away meanwhile.</summary>
    private static byte[]? Read(string path)
    {
        // A lock file is empty, and held so that nobody else can open it.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return [];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public sealed record File(string Name, long Size, ImmutableArray<Leak> Leaks);
}
