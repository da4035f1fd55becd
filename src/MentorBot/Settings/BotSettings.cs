using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Programme;

namespace MentorBot.Settings;

/// <summary>Everything that was configured, checked. Made by <see cref="SettingsReader"/>, or not at all.</summary>
/// <param name="Urls">Where the bot listens; loopback addresses as long as there is no bot app id.</param>
/// <param name="DataFolder">Where everything durable goes that is kept on this machine; a full path.</param>
/// <param name="Directory">The people of the file; nobody asks it when they are in Microsoft Graph.</param>
public sealed record BotSettings(ImmutableArray<string> Urls, string DataFolder, MentoringProgramme Programme, CsvDirectory Directory, ServiceSettings Services)
{
    /// <summary>Settings that are still those of the sample organisation, though with a bot app id other people come. None without.</summary>
    public ImmutableArray<string> Samples { get; init; } = [];
}
