using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>A time for two people.</summary>
/// <param name="Minutes">20, 30, 45 or 60.</param>
public readonly record struct MeetingTime(Instant Start, int Minutes)
{
    public Interval Whole => new(Start, Start + Duration.FromMinutes(Minutes));
}
