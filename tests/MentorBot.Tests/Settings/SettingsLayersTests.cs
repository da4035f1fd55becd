using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Settings;

public sealed class SettingsLayersTests
{
    [Fact]
    public void A_list_that_the_operator_set_replaces_the_default_one_whole()
    {
        var settings = SettingsLayers.Over(
            Of("Programme:Themes:0:Id=a", "Programme:Themes:1:Id=b", "Programme:Deputies:0=sam", "Tenant=sample"),
            Of("Programme:Themes:0:Id=own"));

        Assert.Equal(["own"], settings.GetSection("Programme:Themes").GetChildren().Select(theme => theme["Id"]));
        Assert.Equal("sam", settings["Programme:Deputies:0"]);
        Assert.Equal("sample", settings["Tenant"]);
    }

    [Fact]
    public void An_empty_list_is_a_list()
    {
        var settings = SettingsLayers.Over(Of("Programme:Deputies:0=sam"), Of("Programme:Deputies="));

        Assert.Empty(settings.GetSection("Programme:Deputies").GetChildren());
    }

    [Fact]
    public void What_the_operator_emptied_stays_empty() => Assert.Equal("", SettingsLayers.Over(Of("Tenant=sample"), Of("Tenant="))["Tenant"]);

    [Theory]
    [InlineData("{\n  \"Tenant\": \"x\"\n  \"Urls\": \"y\"\n}", ", line 3, is no JSON: '\"' is invalid after a value.")]
    [InlineData("{\n  \"Tenant\": \"x\",\n", ", line 3, is no JSON: ")]
    [InlineData("", ", line 1, is no JSON: ")]
    [InlineData("{ \"Tenant\": \"x\", \"tenant\": \"y\" }", " cannot be read: A duplicate key 'tenant' was found.")]
    [InlineData("[]", " cannot be read: Top-level JSON element must be an object.")]
    public void What_is_wrong_in_the_file_is_said_with_its_name_and_line(string content, string said)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);

            Assert.StartsWith(path + said, Assert.Throws<InvalidDataException>(() => SettingsLayers.FromFile(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void No_file_says_nothing() => Assert.Empty(SettingsLayers.FromFile(Path.Combine(Path.GetTempPath(), "there-is-none.json")).AsEnumerable());

    private static IConfiguration Of(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Split('=')[0], (string?)setting.Split('=')[1]))).Build();
}
