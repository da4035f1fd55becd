using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Booking, moving, cancelling.</summary>
public static class Arranging
{
    /// <summary>The time that travelled with the yes. Only as the very first; repeating it changes nothing.</summary>
    public static Decision<Meetings, MeetingsOutcome> BookFirst(Together together, Instant start, int minutes, PersonId by, Instant now) => Deciding.AsItIs(together);

    /// <summary>Both are to see times they can choose from; without a choice nothing is booked.</summary>
    public static Decision<Meetings, MeetingsOutcome> OfferTimes(Together together, Instant now) => Deciding.AsItIs(together);

    public static Instant? NextDue(Together together) => null;

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => Deciding.AsItIs(together);
}
