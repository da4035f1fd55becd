using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Booking, moving, cancelling.</summary>
public static class Arranging
{
    public static Instant? NextDue(Together together) => null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => Deciding.AsItIs(together);
}
