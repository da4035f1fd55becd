using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>Walking through a conversation: either leads, at any time; the other's card follows.</summary>
public static class Conducting
{
    public static Instant? NextDue(Together together) => null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => Deciding.AsItIs(together);

    /// <summary>There is a note for both in this phase: both cards say so, without its words. Also after the conversation was closed.</summary>
    public static Decision<Meetings, MeetingsOutcome> Noted(Together together, PersonId actor, int session, Phase phase) => Deciding.AsItIs(together);

    /// <summary>Somebody left a question for next time, or took it back: the other's card says so.</summary>
    public static Decision<Meetings, MeetingsOutcome> Questioned(Together together, PersonId actor, bool isThere) => Deciding.AsItIs(together);

    /// <summary>The relationship has ended: nothing is booked any more.</summary>
    public static Decision<Meetings, MeetingsOutcome> Stop(Together together, Instant now) => Deciding.AsItIs(together);
}
