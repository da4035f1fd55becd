using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>What happens between two people by itself, one thing at a time, the earliest first.</summary>
public static class Passing
{
    /// <summary>When the next thing happens by itself; null when nothing does.</summary>
    public static Instant? NextDue(Together together) =>
        together.Pair.State is RelationshipState.Going ? Earlier(Conducting.NextDue(together), Arranging.NextDue(together)) : null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now)
    {
        if (NextDue(together) is not { } due || now < due)
            return Deciding.AsItIs(together);
        return Conducting.NextDue(together) == due ? Conducting.Tick(together, now) : Arranging.Tick(together, now);
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one < other || other is null ? one : other;
}
