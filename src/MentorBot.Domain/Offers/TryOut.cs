namespace MentorBot.Domain.Offers;

/// <summary>How the practice conversation stands. Stored by name.</summary>
public enum TryOut
{
    StillOpen,
    TookPlace,
    MentoredBefore,
}
