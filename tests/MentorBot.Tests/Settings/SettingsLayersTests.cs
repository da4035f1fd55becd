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

    private static IConfiguration Of(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Split('=')[0], (string?)setting.Split('=')[1]))).Build();
}
