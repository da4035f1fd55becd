using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;

namespace MentorBot.Domain.Sessions;

/// <summary>Two people and what lies before them, as read at one moment.</summary>
/// <param name="Pair">Without the words that were asked with.</param>
public sealed record Together(Relationship Pair, Meetings Meetings)
{
    /// <summary>When they talk next; from the yes on, though what travelled with it may be booked a moment later.</summary>
    public MeetingTime? NextTime => Meetings switch
    {
        { Revision: 0 } => Pair.FirstTime,
        { Next: { } next } => new(next.Start, next.Minutes),
        _ => null,
    };
}
