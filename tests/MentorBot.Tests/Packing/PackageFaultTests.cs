using MentorBot.Packing;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Packing;

/// <summary>Each thing that Teams would refuse, planted alone: exactly its field is named.</summary>
public sealed class PackageFaultTests : IDisposable
{
    private readonly PackageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("mentorbot")]
    [InlineData("11111111222233334444555555555555")]
    [InlineData("{11111111-2222-3333-4444-555555555555}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("11111111-2222-3333-4444-555555555555\n")]
    public void An_app_id_that_is_none_is_named(string appId) => Assert.Equal(["id"], Fields(PackageFolder.Details with { AppId = appId }));

    [Theory]
    [InlineData("")]
    [InlineData("https://mentoring.example.org")]
    [InlineData("mentoring.example.org/")]
    [InlineData("mentoring.example.org:443")]
    [InlineData("somebody@mentoring.example.org")]
    [InlineData("*.example.org")]
    [InlineData("localhost")]
    [InlineData("bot.localhost")]
    [InlineData("mentoring.local")]
    [InlineData("mentoring")]
    [InlineData("10.0.0.4")]
    [InlineData("[::1]")]
    [InlineData("-a.example.org")]
    [InlineData("a..example.org")]
    [InlineData("mentoring.example.org.")]
    [InlineData("mentoring.example.org\n")]
    [InlineData("a b.example.org")]
    [InlineData("\",\"evil\":\"x.org")]
    public void A_domain_that_is_no_public_host_name_is_named(string domain) => Assert.Equal(["validDomains[0]"], Fields(PackageFolder.Details with { Domain = domain }));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.0.0.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0-beta")]
    [InlineData("v1.0.0")]
    [InlineData("1.0.9999999999")]
    public void A_version_that_is_none_is_named(string version) => Assert.Equal(["version"], Fields(PackageFolder.Details with { Version = version }));

    [Theory]
    [InlineData("mentoring.example.org")]
    [InlineData("MentorBot.azurewebsites.net")]
    [InlineData("a1-b.c2.xn--p1ai")]
    public void A_public_host_name_is_taken(string domain) => Assert.IsType<PackingOutcome.Packed>(folder.Pack(PackageFolder.Details with { Domain = domain }));

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    [InlineData("developer.name", 32)]
    [InlineData("bots[0].commandLists[0].commands[9].title", 32)]
    [InlineData("bots[0].commandLists[0].commands[9].description", 128)]
    public void A_text_may_be_as_long_as_it_may_be_and_not_longer(string field, int most)
    {
        folder.Change(field, new string('a', most));
        Assert.Empty(folder.Problems());

        folder.Change(field, new string('a', most + 1));
        Assert.Equal($"{field}: may have {most} characters, and has {most + 1}.", Assert.Single(folder.Problems()).ToString());
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    [InlineData("bots[0].commandLists[0].commands[3].title", 32)]
    [InlineData("bots[0].commandLists[0].commands[3].description", 128)]
    public void A_translation_may_be_no_longer_than_what_it_replaces(string key, int most)
    {
        folder.Translate(key, new string('a', most));
        Assert.Empty(folder.Problems());

        folder.Translate(key, new string('a', most + 1));
        Assert.Equal($"nl.json {key}: may have {most} characters, and has {most + 1}.", Assert.Single(folder.Problems()).ToString());
    }

    [Theory]
    [InlineData("$schema", "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json")]
    [InlineData("manifestVersion", "1.29")]
    [InlineData("manifestVersion", 1.30)]
    [InlineData("version", "1.0.2")]
    [InlineData("id", "11111111-2222-3333-4444-666666666666")]
    [InlineData("accentColor", "green")]
    [InlineData("accentColor", "#2f5d5")]
    [InlineData("name.short", "")]
    [InlineData("name.short", 7)]
    [InlineData("name.full", "MentorBot")]
    [InlineData("name.full", "{{organisation}} talks")]
    [InlineData("description.full", null)]
    [InlineData("developer", "somebody")]
    [InlineData("developer.websiteUrl", "http://mentoring.example.org/")]
    [InlineData("developer.privacyUrl", "https://elsewhere.example/privacy")]
    [InlineData("developer.privacyUrl", "https://mentoring.example.org:8443/privacy")]
    [InlineData("developer.termsOfUseUrl", "/terms")]
    [InlineData("developer.termsOfUseUrl", null)]
    [InlineData("localizationInfo.defaultLanguageTag", "english, please")]
    [InlineData("localizationInfo.additionalLanguages[0].file", "../nl.json")]
    [InlineData("localizationInfo.additionalLanguages[0].file", "fy.json")]
    [InlineData("localizationInfo.additionalLanguages[0].languageTag", "EN")]
    [InlineData("icons.color", "icons/color.png")]
    [InlineData("icons.outline", "missing.png")]
    [InlineData("icons.outline", null)]
    [InlineData("defaultInstallScope", "team")]
    [InlineData("bots[0].botId", "11111111-2222-3333-4444-666666666666")]
    [InlineData("bots[0].scopes[0]", "team")]
    [InlineData("bots[0].supportsFiles", true)]
    [InlineData("bots[0].isNotificationOnly", true)]
    [InlineData("bots[0].supportsCalling", true)]
    [InlineData("bots[0].commandLists[0].scopes[0]", "groupChat")]
    [InlineData("bots[0].commandLists[0].commands[3].title", "ASK")]
    [InlineData("bots[0].commandLists[0].commands[3].description", null)]
    [InlineData("validDomains[0]", "*.example.org")]
    [InlineData("webApplicationInfo.id", "11111111-2222-3333-4444-666666666666")]
    [InlineData("webApplicationInfo.resource", "api://mentoring.example.org")]
    [InlineData("packageName", "org.example.mentoring")]
    public void What_is_wrong_in_the_manifest_is_named(string field, object? value)
    {
        folder.Change(field, value is null ? null : JToken.FromObject(value));

        Assert.Equal([field], Fields());
    }

    [Fact]
    public void Permissions_are_nothing_that_the_bot_uses()
    {
        folder.Change("permissions", new JArray("identity"));

        Assert.Equal(["permissions"], Fields());
    }

    [Theory]
    [InlineData("bots")]
    [InlineData("bots[0].scopes")]
    [InlineData("bots[0].commandLists")]
    [InlineData("bots[0].commandLists[0].commands")]
    [InlineData("validDomains")]
    public void A_list_with_too_much_or_nothing_in_it_is_named(string field)
    {
        folder.Change(field, new JArray());
        Assert.Contains(field, Fields());

        folder.Change(field, new JArray(Enumerable.Range(0, 11)));
        Assert.Contains(field, Fields());

        folder.Change(field, new JObject());
        Assert.Contains(field, Fields());
    }

    [Fact]
    public void A_language_that_is_there_twice_is_named()
    {
        var languages = "localizationInfo.additionalLanguages";
        folder.Change(languages, JArray.Parse("""[{ "languageTag": "nl", "file": "nl.json" }, { "languageTag": "NL", "file": "nl.json" }]"""));

        Assert.Equal([$"{languages}[1].languageTag"], Fields());
    }

    [Theory]
    [InlineData("name.short", null)]
    [InlineData("description.full", null)]
    [InlineData("$schema", null)]
    [InlineData("$schema", "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json")]
    [InlineData("name.full", "MentorBot")]
    [InlineData("name.short", " ")]
    [InlineData("description.short", 7)]
    [InlineData("description.shrt", "Kort")]
    [InlineData("developer.name", "Iemand")]
    [InlineData("bots[0].commandLists[0].commands[10].title", "meer")]
    [InlineData("bots[1].commandLists[0].commands[0].title", "meer")]
    public void What_is_wrong_in_a_language_is_named(string key, object? value)
    {
        folder.Translate(key, value is null ? null : JToken.FromObject(value));

        Assert.Equal([$"nl.json {key}"], Fields());
    }

    [Theory]
    [InlineData("manifest.json", "{ \"name\": ")]
    [InlineData("manifest.json", "{ \"name\": 1, \"name\": 2 }")]
    [InlineData("manifest.json", "[]")]
    [InlineData("manifest.json", "")]
    [InlineData("nl.json", "geen json")]
    [InlineData("nl.json", "[]")]
    [InlineData("nl.json", "")]
    public void A_file_that_cannot_be_read_is_named(string file, string content)
    {
        File.WriteAllText(folder.PathOf(file), content);

        Assert.Equal([file], Fields());
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("nl.json")]
    public void What_an_editor_puts_before_a_file_does_no_harm(string file)
    {
        var good = Assert.IsType<PackingOutcome.Packed>(folder.Pack());
        File.WriteAllBytes(folder.PathOf(file), [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(folder.PathOf(file))]);

        Assert.Equal(good.Zip.ToArray(), Assert.IsType<PackingOutcome.Packed>(folder.Pack()).Zip.ToArray());
    }

    [Fact]
    public void Without_a_manifest_there_is_nothing_to_look_at()
    {
        File.Delete(folder.PathOf("manifest.json"));

        Assert.Equal(["manifest.json"], Fields());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        folder.Change("name.short", new string('a', 31));
        folder.Translate("description.short", "");

        Assert.Equal(["id", "validDomains[0]", "name.short", "nl.json description.short"], Fields(PackageFolder.Details with { AppId = "x", Domain = "y" }));
    }

    private IEnumerable<string> Fields(PackageDetails? details = null) => folder.Problems(details).Select(problem => problem.Field);
}
