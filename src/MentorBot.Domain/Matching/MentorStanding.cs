namespace MentorBot.Domain.Matching;

/// <summary>Where somebody stands as a mentor. Stored by name.</summary>
public enum MentorStanding
{
    /// <summary>Does not offer (any more), but is asked by name, or still has people.</summary>
    NotOffering,
    WaitingForCoordinator,
    Open,
    Paused,

    /// <summary>Two questions went unanswered; back when they say so.</summary>
    Resting,
}
