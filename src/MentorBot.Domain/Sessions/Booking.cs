using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>A time that two people have agreed on.</summary>
/// <param name="Number">Among all that the two ever booked or began, from 1; never used again. The conversation then has this number.</param>
/// <param name="Version">Counts its moves, from 1.</param>
/// <param name="Minutes">20, 30, 45 or 60.</param>
/// <param name="By">Who chose or last moved it.</param>
public sealed record Booking(int Number, int Version, Instant Start, int Minutes, PersonId By)
{
    /// <summary>Where it lay before it was moved last; null when it never was.</summary>
    public Instant? Was { get; init; }

    public Instant End => Start + Duration.FromMinutes(Minutes);
}
