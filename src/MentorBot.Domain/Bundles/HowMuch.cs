namespace MentorBot.Domain.Bundles;

/// <summary>How much somebody would like to hear unprompted. Stored by name.</summary>
public enum HowMuch
{
    AtMostTwoAWeek,
    NothingForAWeek,
    NothingForAMonth,

    /// <summary>Not even what they booked, nor what waits for them.</summary>
    NothingUntilTheyWrite,
}
