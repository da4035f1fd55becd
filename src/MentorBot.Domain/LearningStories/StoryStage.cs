namespace MentorBot.Domain.LearningStories;

/// <summary>How far two people are with the story of their time together. Stored by name.</summary>
public enum StoryStage
{
    /// <summary>Each writes for themselves, and may be ready to exchange.</summary>
    Writing,

    /// <summary>Only one was ready. What each wrote stays theirs.</summary>
    NoExchange,

    /// <summary>Both were ready: each may read the other's, and choose passages of their own.</summary>
    Exchanged,

    /// <summary>Both chose passages. It is theirs to say whether they are fine together.</summary>
    Joined,

    /// <summary>Both said of the same joint story that it is fine. It never changes again.</summary>
    Kept,

    /// <summary>Both stories stay as they are, side by side.</summary>
    Separate,
}
