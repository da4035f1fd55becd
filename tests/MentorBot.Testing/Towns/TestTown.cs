using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Testing.Towns;

/// <summary>Towns for tests: the sample organisation with the bot on its usual settings, in a folder of its own.</summary>
public static class TestTown
{
    /// <summary>The settings that the bot ships with, the index confirmed, and what a test sets otherwise ("Programme:ErasureDays=5").</summary>
    public static BotSettings Settings(params string[] otherwise) => Read(otherwise) switch
    {
        SettingsReading.Good good => good.Settings,
        SettingsReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
        _ => throw new InvalidOperationException(),
    };

    /// <inheritdoc cref="Settings"/>
    public static SettingsReading Read(params string[] otherwise) => SettingsReader.Read(
        new ConfigurationBuilder()
            .AddConfiguration(SettingsLayers.Defaults)
            .AddInMemoryCollection([new("Programme:IndexCleared", "true")])
            .AddInMemoryCollection(otherwise.Select(setting => KeyValuePair.Create(setting[..setting.IndexOf('=', StringComparison.Ordinal)], (string?)setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..])))
            .Build(),
        Path.GetTempPath());

    /// <param name="change">What is different about the bot: another row store around its own, a service replaced.</param>
    /// <param name="otherwise">Settings, as for <see cref="Settings"/>.</param>
    public static Task<Town> Start(TownOptions? options = null, Action<WebApplicationBuilder>? change = null, params string[] otherwise)
    {
        var settings = Settings(otherwise);
        return Town.Start(
            RehearsedBot.Starting(settings, change),
            SampleTown.People(settings.Directory),
            (options ?? TownOptions.Usual) with { Tenant = settings.Programme.Tenant.Value });
    }
}
