namespace MentorBot.Flows.Relationships;

/// <summary>How a mentor makes it lighter for a while, as the buttons say it. No reason is asked.</summary>
public enum Lighter
{
    /// <summary>The next conversation is twenty minutes.</summary>
    TwentyMinutes,

    /// <summary>The next conversation is to be later.</summary>
    Later,

    /// <summary>Nothing for a month.</summary>
    QuietMonth,
}
