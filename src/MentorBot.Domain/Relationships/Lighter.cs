namespace MentorBot.Domain.Relationships;

/// <summary>How a mentor makes it lighter for a while. No reason is asked. Stored by name.</summary>
public enum Lighter
{
    /// <summary>The next conversation is twenty minutes.</summary>
    TwentyMinutes,

    /// <summary>The next conversation is to be later.</summary>
    Later,

    /// <summary>Nothing for a month.</summary>
    QuietMonth,
}
