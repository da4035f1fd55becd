using NodaTime;

namespace MentorBot.Domain.Relationships;

/// <summary>Where a relationship stands.</summary>
public abstract record RelationshipState
{
    /// <param name="QuietUntil">The end of a quiet time; null for none.</param>
    public sealed record Going(Instant? QuietUntil) : RelationshipState;

    /// <param name="By">Who ended it. Only they read that it was them; to the other it simply came to an end.</param>
    /// <param name="EraseAt">When everything in it is erased.</param>
    public sealed record Ended(PersonId By, Ending How, Instant At, Instant EraseAt) : RelationshipState;
}
