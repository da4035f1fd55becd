namespace MentorBot.Domain.Scheduling;

/// <summary>What came of looking into a calendar.</summary>
public abstract record CalendarReading
{
    public sealed record Known(Availability Availability) : CalendarReading;

    /// <summary>The calendar cannot be seen: not there, not allowed, or out of order.</summary>
    public sealed record OutOfReach : CalendarReading;
}
