namespace MentorBot.Domain.Sessions;

/// <summary>How a conversation came to its end. Stored by name.</summary>
public enum SessionEnding
{
    /// <summary>One of the two went on after the last phase, or said so.</summary>
    Done,

    /// <summary>They talked without the bot; nothing more is asked about it, unless there are notes for both.</summary>
    WeMet,

    /// <summary>Left open; it closed itself.</summary>
    Overnight,

    /// <summary>One of the two could not make it after all.</summary>
    CalledOff,

    /// <summary>The relationship ended.</summary>
    Stopped,
}
