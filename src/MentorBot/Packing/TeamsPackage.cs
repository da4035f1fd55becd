using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace MentorBot.Packing;

/// <summary>The package that is uploaded to Teams: the manifest filled in, with icons and languages beside it, and nothing that Teams would refuse.</summary>
public static class TeamsPackage
{
    private const string Manifest = "manifest.json";

    /// <summary>Fills the places of what is wrong itself, so that the rest is looked at as well.</summary>
    private static readonly PackageDetails Anywhere = new("11111111-2222-3333-4444-555555555555", "mentoring.example.org", "1.0.0");

    /// <summary>The earliest that a zip can say. The same files are the same package, whenever and wherever they are packed.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A plain file that its owner may write and everybody may read, as Unix says it in a zip.</summary>
    private const int ReadableFile = 0x81A4 << 16;

    /// <summary>Where the files lie beside the program.</summary>
    public static string OwnFolder => Path.Combine(AppContext.BaseDirectory, "manifest");

    /// <param name="folder">Where manifest.json, icons and languages lie.</param>
    public static PackingOutcome Pack(string folder, PackageDetails details)
    {
        var findings = new Findings(folder);
        findings.Problems.AddRange(details.Problems());
        var good = findings.Problems.Count == 0 ? details : Anywhere;

        var filled = findings.Read(Manifest, Manifest) is { } template ? Fill(template, good) : null;
        using var manifest = filled is null ? null : findings.Parse(Manifest, filled);
        if (manifest is not null)
        {
            ManifestShape.For(good).Check(manifest.RootElement, "", findings);
            LanguageFiles.Check(manifest.RootElement, findings);
        }

        return findings.Problems.Count > 0
            ? new PackingOutcome.Refused([.. findings.Problems.Distinct()])
            : new PackingOutcome.Packed(Zip(findings.Files.SetItem(Manifest, filled!)));
    }

    /// <summary>What goes in was checked, so no character of it needs escaping.</summary>
    private static byte[] Fill(byte[] template, PackageDetails details) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(template)
        .Replace("{{appId}}", details.AppId, StringComparison.Ordinal)
        .Replace("{{domain}}", details.Domain, StringComparison.Ordinal)
        .Replace("{{version}}", details.Version, StringComparison.Ordinal));

    private static ImmutableArray<byte> Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = NoTime;
                entry.ExternalAttributes = ReadableFile;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(zip.ToArray());
    }
}
