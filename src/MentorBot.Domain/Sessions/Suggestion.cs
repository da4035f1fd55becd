using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>A time that one would be fine with and that lies outside the other's usual hours: nothing is booked before the other says so.</summary>
public sealed record Suggestion(Instant Start, int Minutes, PersonId By, Instant Until)
{
    /// <summary>The booking that would be moved there; 0 for a new one.</summary>
    public int Moves { get; init; }
}
