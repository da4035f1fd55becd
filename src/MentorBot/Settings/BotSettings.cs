using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Programme;

namespace MentorBot.Settings;

/// <summary>Everything that was configured, checked. Made by <see cref="SettingsReader"/>, or not at all.</summary>
/// <param name="Urls">Where the bot listens: loopback addresses, since there is no bot app id.</param>
/// <param name="DataFolder">Where everything durable goes; a full path.</param>
public sealed record BotSettings(ImmutableArray<string> Urls, string DataFolder, MentoringProgramme Programme, CsvDirectory Directory);

/// <summary>What reading the settings came to.</summary>
public abstract record SettingsReading
{
    public sealed record Good(BotSettings Settings) : SettingsReading;

    /// <summary>Every error at once, each beginning with the name of its setting.</summary>
    public sealed record Refused(ImmutableArray<string> Errors) : SettingsReading;
}
