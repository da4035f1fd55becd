using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>How one of the two has the conversation before them. Without a seat somebody has no card and gets none.</summary>
/// <param name="Card">Counts their cards of this conversation, from 1: who asks for it anew gets a new one, and the one before says so.</param>
/// <param name="JustPrompts">All four phases on one quiet card, which does not follow the other.</param>
public sealed record Seat(PersonId Person, int Card, bool JustPrompts)
{
    /// <summary>When they got that card.</summary>
    public Instant Since { get; init; }
}
