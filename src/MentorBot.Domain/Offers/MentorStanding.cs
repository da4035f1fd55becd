namespace MentorBot.Domain.Offers;

/// <summary>Where a mentor's offer stands, for the list. Stored by name.</summary>
public enum MentorStanding
{
    WaitingForCoordinator,
    Open,
    Paused,
}
