using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>How far two people are from their conversations: nobody is asked about a relationship right around one.</summary>
public static class Distance
{
    /// <summary>On both sides of a conversation; and as long before the end of a check-in nobody is asked any more.</summary>
    public static readonly Duration Kept = Duration.FromDays(2);

    public static bool IsKept(Together together, Instant now)
    {
        var (meetings, next) = (together.Meetings, together.NextTime);
        return !(next is { } time && IsNear(time.Start, time.Whole.End))
            && !meetings.Booked.Any(booked => IsNear(booked.Start, booked.End))
            && !(meetings.Session is { HasItsTime: true } session && IsNear(session.Start, session.EndedAt ?? session.End));

        bool IsNear(Instant start, Instant end) => now > start - Kept && now < Instant.Max(start, end) + Kept;
    }
}
