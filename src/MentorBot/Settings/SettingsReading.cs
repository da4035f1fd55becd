using System.Collections.Immutable;

namespace MentorBot.Settings;

/// <summary>What reading the settings came to.</summary>
public abstract record SettingsReading
{
    public sealed record Good(BotSettings Settings) : SettingsReading;

    /// <summary>Every error at once, each beginning with the name of its setting.</summary>
    public sealed record Refused(ImmutableArray<string> Errors) : SettingsReading;
}
