namespace MentorBot.Rehearsal;

/// <summary>Whether a person and the bot can reach one another.</summary>
public enum Presence
{
    /// <summary>Never installed, or uninstalled: neither can write, and the bot is told so (403).</summary>
    NotInstalled,

    Installed,

    /// <summary>The person blocked the bot: it cannot write.</summary>
    Blocked,
}
