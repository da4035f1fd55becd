using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Once both have said yes.</summary>
public static class Beginning
{
    /// <summary>The time that travelled with the yes is booked; without one, or where it has gone by, both see times to choose from. Repeating it changes nothing.</summary>
    /// <param name="by">Who said yes.</param>
    public static Decision<Meetings, MeetingsOutcome> Of(Together together, PersonId by, Instant now)
    {
        if (together.Meetings.Revision > 0)
            return Deciding.AsItIs(together);
        return together.Pair.FirstTime is { } time && time.Start > now && Arranging.BookFirst(together, time.Start, time.Minutes, by, now) is { Changes: true } booked
            ? booked
            : Arranging.OfferTimes(together, now);
    }
}
