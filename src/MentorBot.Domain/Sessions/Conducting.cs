using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>Walking through a conversation: either leads, at any time; the other's card follows.</summary>
public static class Conducting
{
    public static Instant? NextDue(Together together) => null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => Deciding.AsItIs(together);

    /// <summary>The relationship has ended: nothing is booked any more.</summary>
    public static Decision<Meetings, MeetingsOutcome> Stop(Together together, Instant now) => Deciding.AsItIs(together);
}
