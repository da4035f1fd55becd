using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>What happens between two people by itself, one thing at a time, the earliest first.</summary>
public static class Passing
{
    /// <summary>When the next thing happens by itself; null when nothing does.</summary>
    public static Instant? NextDue(Together together) =>
        together.Pair.State is RelationshipState.Going
            ? Earlier(Conducting.NextDue(together), Earlier(Arranging.NextDue(together), Quietening.NextDue(together)))
            : null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now)
    {
        if (NextDue(together) is not { } due)
            return Deciding.AsItIs(together);

        // A quiet time that began meanwhile puts things off without a change of the meetings: with this one they are looked at again then.
        if (now < due)
            return due == (together.Pair.State as RelationshipState.Going)?.QuietUntil ? Deciding.Done(together, together.Meetings) : Deciding.AsItIs(together);
        if (Conducting.NextDue(together) == due)
            return Conducting.Tick(together, now);
        return Arranging.NextDue(together) == due ? Arranging.Tick(together, now) : Quietening.Tick(together, now);
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one < other || other is null ? one : other;
}
