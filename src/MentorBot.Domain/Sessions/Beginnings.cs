using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>How a conversation begins: by itself, shortly before it was to; or when somebody asks for its card.</summary>
internal static class Beginnings
{
    /// <summary>Who asks for the card before a conversation gets that of the one which is as near as this; and only one so near can have been held already.</summary>
    public static readonly Duration Near = Duration.FromHours(12);

    /// <summary>What was booked begins: both have a card, also who had one from before. One that was left open is closed first.</summary>
    public static Decision<Meetings, MeetingsOutcome> Booked(Together together, Booking booking, Instant now)
    {
        var meetings = together.Meetings with { Booked = together.Meetings.Booked.Remove(booking) };
        if (meetings.Session is { IsOpen: true } early && early.Number == booking.Number)
        {
            var both = BothSeated(early with { Start = booking.Start, Minutes = booking.Minutes }, together, now);
            return Deciding.Done(together, meetings with { Session = both }, Seating.Cards(together, both, both.Seats));
        }

        var closed = Endings.Left(together with { Meetings = meetings }, now);
        var begun = BothSeated(Of(booking, meetings.Session), together, now);
        return Deciding.Done(together, closed.Next with { Session = begun, Deck = closed.Next.Deck.DrawAll() }, [.. closed.Consequences, .. Seating.Cards(together, begun, begun.Seats)]);
    }

    /// <summary>Somebody wants the card, now. The other gets one when they ask for it, too, or when it begins as booked.</summary>
    public static Decision<Meetings, MeetingsOutcome> Asked(Together together, PersonId actor, Instant now)
    {
        var meetings = together.Meetings;
        if (meetings.Session is { IsOpen: true } open)
        {
            if (Seating.HasJustNow(open, actor, now))
                return Deciding.AsItIs(together);
            var anew = open.Seated(actor, now);
            return Deciding.Done(together, meetings with { Session = anew }, Seating.Cards(together, anew, [anew.SeatOf(actor)!]));
        }

        if (meetings.Next is { } next && next.Start - Meetings.CardBefore <= now)
            return Booked(together, next, now);
        var begun = meetings.Next is { } near && near.Start - now <= Near
            ? Of(near, meetings.Session)
            : new Session(meetings.Last + 1, now, Arranging.MinutesOfNext(meetings), false, Phase.Review, null, [], null, [], false, null, null);
        begun = begun.Seated(actor, now);
        return Deciding.Done(
            together,
            meetings with { Session = begun, Last = Math.Max(meetings.Last, begun.Number), Deck = meetings.Deck.DrawAll() },
            Seating.Cards(together, begun, begun.Seats));
    }

    /// <summary>What was opened before its day, closed and moved since begins afresh; the notes for both are there.</summary>
    private static Session Of(Booking booking, Session? before) => new(
        booking.Number, booking.Start, booking.Minutes, true, Phase.Review, null, [], null, before?.Number == booking.Number ? before.Noted : [], false, null, null);

    private static Session BothSeated(Session session, Together together, Instant now) => session.Seated(together.Pair.Mentee, now).Seated(together.Pair.Mentor, now);
}
