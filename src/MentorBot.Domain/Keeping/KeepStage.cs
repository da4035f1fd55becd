namespace MentorBot.Domain.Keeping;

/// <summary>How far two people are with what they keep of a conversation. Stored by name.</summary>
public enum KeepStage
{
    /// <summary>They may put something together, show it, and say whether it is fine.</summary>
    Open,

    /// <summary>Both said of the same text that it is fine. It never changes again.</summary>
    Kept,

    /// <summary>Nothing was kept jointly; each has their own lines.</summary>
    Own,

    /// <summary>Nobody wanted to keep anything.</summary>
    Nothing,
}
