using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MentorBot.Packing;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Packing;

/// <summary>A copy of the package's own files, to plant faults in.</summary>
internal sealed class PackageFolder : IDisposable
{
    public static readonly PackageDetails Details = new("11111111-2222-3333-4444-555555555555", "mentoring.example.org", "1.0.3");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("package-");

    public PackageFolder()
    {
        foreach (var file in Directory.EnumerateFiles(TeamsPackage.OwnFolder))
            File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public PackingOutcome Pack(PackageDetails? details = null) => TeamsPackage.Pack(folder.FullName, details ?? Details);

    public IReadOnlyList<PackageProblem> Problems(PackageDetails? details = null) => Pack(details) switch
    {
        PackingOutcome.Refused refused => refused.Problems,
        _ => [],
    };

    /// <param name="path">Of a value, such as <c>name.short</c>.</param>
    /// <param name="value">Null takes it out.</param>
    public void Change(string path, JToken? value)
    {
        var manifest = JObject.Parse(File.ReadAllText(PathOf("manifest.json")));
        Change(manifest, path, value);
        File.WriteAllText(PathOf("manifest.json"), manifest.ToString());
    }

    /// <inheritdoc cref="Change(string, JToken?)"/>
    public static void Change(JObject root, string path, JToken? value)
    {
        if (root.SelectToken(path) is { } there && value is null)
            (there.Parent is JProperty property ? property : there).Remove();
        else if (root.SelectToken(path) is { } old)
            old.Replace(value!);
        else
            ((JObject)root.SelectToken(path[..Math.Max(0, path.LastIndexOf('.'))])!)[path[(path.LastIndexOf('.') + 1)..]] = value;
    }

    /// <summary>Of a language file, whose keys are paths themselves.</summary>
    public void Translate(string key, JToken? value)
    {
        var root = JObject.Parse(File.ReadAllText(PathOf("nl.json")));
        if (value is null)
            root.Remove(key);
        else
            root[key] = value;
        File.WriteAllText(PathOf("nl.json"), root.ToString());
    }

    /// <summary>A picture in which every pixel is made by the place it is at.</summary>
    public void Draw(string name, int size, Func<int, int, (byte Red, byte Green, byte Blue, byte Alpha)> pixel)
    {
        var lines = new MemoryStream();
        using (var packed = new ZLibStream(lines, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < size; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < size; x++)
                {
                    var (red, green, blue, alpha) = pixel(x, y);
                    packed.Write([red, green, blue, alpha]);
                }
            }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 6);
        File.WriteAllBytes(PathOf(name), [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", lines.ToArray()), .. Chunk("IEND", [])]);
    }

    /// <summary>Without the sum at its end, which nobody here looks at.</summary>
    private static byte[] Chunk(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(kind), .. content, 0, 0, 0, 0];
    }
}
