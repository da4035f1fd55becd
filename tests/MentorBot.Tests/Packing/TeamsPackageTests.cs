using System.IO.Compression;
using System.Runtime.InteropServices;
using MentorBot.Packing;
using MentorBot.Testing.Packing;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Packing;

/// <summary>The package as it is, for a bot with its own id and address.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private readonly PackageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_packed_manifest_is_what_the_official_schema_allows() => Assert.Empty(ManifestSchema.Check(Manifest()));

    /// <summary>Else the test above would show nothing.</summary>
    [Theory]
    [InlineData("id", "an id")]
    [InlineData("packageName", "org.example.mentoring")]
    [InlineData("manifestVersion", "1.29")]
    [InlineData("accentColor", "green")]
    [InlineData("developer.privacyUrl", "ftp://mentoring.example.org/privacy")]
    [InlineData("bots[0].scopes[0]", "everywhere")]
    public void The_official_schema_refuses_what_it_does_not_allow(string path, string value)
    {
        var manifest = Manifest();
        PackageFolder.Change(manifest, path, value);

        Assert.Equal([path], ManifestSchema.Check(manifest).Select(finding => finding.Path));
    }

    [Fact]
    public void It_holds_the_manifest_the_icons_and_the_languages_at_the_top_and_nothing_else() =>
        Assert.Equal(["color.png", "color32x32.png", "manifest.json", "nl.json", "outline.png"], Open().Entries.Select(entry => entry.FullName));

    [Fact]
    public void The_same_files_are_the_same_package_byte_for_byte()
    {
        var first = Packed();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(folder.PathOf("x"))!))
            File.SetLastWriteTimeUtc(file, new DateTime(2031, 5, 6, 7, 8, 9, DateTimeKind.Utc));

        Assert.Equal(first, Packed());
    }

    [Fact]
    public void Bot_addresses_and_version_are_those_that_were_given()
    {
        var manifest = Manifest();

        Assert.Equal("1.0.3", manifest["version"]);
        foreach (var path in new[] { "id", "bots[0].botId", "webApplicationInfo.id" })
            Assert.Equal(PackageFolder.Details.AppId, manifest.SelectToken(path));
        Assert.Equal($"api://botid-{PackageFolder.Details.AppId}", manifest.SelectToken("webApplicationInfo.resource"));
        Assert.Equal(["mentoring.example.org"], manifest["validDomains"]!.Values<string>());
        Assert.Equal("https://mentoring.example.org/privacy", manifest.SelectToken("developer.privacyUrl"));
        Assert.DoesNotContain("{{", manifest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_for_no_permission_and_is_for_one_person_at_a_time()
    {
        var manifest = Manifest();

        Assert.DoesNotContain(manifest.Properties(), property => property.Name is "permissions" or "devicePermissions" or "authorization");
        Assert.Equal(["personal"], manifest.SelectTokens("bots[0].scopes[*]").Values<string>());
    }

    [Fact]
    public void Every_text_that_can_be_is_translated_but_the_words_to_type()
    {
        var dutch = JObject.Parse(File.ReadAllText(folder.PathOf("nl.json")));
        var commands = ((JArray)Manifest().SelectToken("bots[0].commandLists[0].commands")!).Count;

        Assert.Equal(
            Enumerable.Range(0, commands).Select(at => $"bots[0].commandLists[0].commands[{at}].description")
                .Concat(["$schema", "name.short", "name.full", "description.short", "description.full"]).Order(StringComparer.Ordinal),
            dutch.Properties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_shouts() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.GetDirectoryName(folder.PathOf("x"))!, "*.json"), file => File.ReadAllText(file).Contains('!'));

    private byte[] Packed() => ImmutableCollectionsMarshal.AsArray(Assert.IsType<PackingOutcome.Packed>(folder.Pack()).Zip)!;

    private ZipArchive Open() => new(new MemoryStream(Packed()));

    private JObject Manifest()
    {
        using var reader = new StreamReader(Open().GetEntry("manifest.json")!.Open());
        return JObject.Parse(reader.ReadToEnd());
    }
}
