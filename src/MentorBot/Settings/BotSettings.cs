using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Programme;

namespace MentorBot.Settings;

/// <summary>Everything that was configured, checked. Made by <see cref="SettingsReader"/>, or not at all.</summary>
/// <param name="Urls">Where the bot listens: loopback addresses, since there is no bot app id.</param>
/// <param name="DataFolder">Where everything durable goes; a full path.</param>
public sealed record BotSettings(ImmutableArray<string> Urls, string DataFolder, MentoringProgramme Programme, CsvDirectory Directory);
