using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>Who has a card of the conversation, and which of the cards are to show what changed.</summary>
internal static class Seating
{
    /// <summary>Nobody gets a second new card within this, however often they press.</summary>
    private static readonly Duration Again = Duration.FromMinutes(1);

    /// <summary>Whether this person just got their card.</summary>
    public static bool HasJustNow(Session session, PersonId person, Instant now) => session.SeatOf(person) is { } seat && now - seat.Since < Again;

    /// <summary>This person has a new card, the first or another.</summary>
    public static Session Seated(this Session session, PersonId person, Instant now) => session.With(new(person, (session.SeatOf(person)?.Card ?? 0) + 1, false) { Since = now });

    /// <summary>Somebody's seat is from now on this one.</summary>
    public static Session With(this Session session, Seat seat) => session with
    {
        Seats = session.SeatOf(seat.Person) is { } before ? session.Seats.Replace(before, seat) : session.Seats.Add(seat),
    };

    /// <summary>The cards of these seats, and those that they had before.</summary>
    public static ImmutableArray<Consequence> Cards(Together before, Session session, IEnumerable<Seat> seats) =>
    [
        .. from seat in seats
           from card in new[] { seat.Card - 1, seat.Card }
           where card > 0 && (card == seat.Card || before.Meetings.Session?.SeatOf(seat.Person)?.Card == card)
           select new Consequence.Tell(SessionNotices.Card, SessionNotices.OfCard(before.Pair.Id, session.Number, card), Deciding.Occasion(before), seat.Person),
    ];

    /// <summary>The cards that follow, while the conversation is open. A quiet card stays as it is.</summary>
    /// <param name="but">Whoever sees it in their answer; null for nobody.</param>
    public static ImmutableArray<Consequence> Following(Together before, Session session, PersonId? but) =>
        session.IsOpen ? Cards(before, session, session.Seats.Where(seat => !seat.JustPrompts && seat.Person != but)) : [];

    /// <summary>Somebody is told that the other comes a little later.</summary>
    public static ImmutableArray<Consequence> Late(Together before, Session session, int minutes, PersonId whom) =>
        [new Consequence.Tell(SessionNotices.Late, SessionNotices.OfCard(before.Pair.Id, session.Number, minutes), Deciding.Occasion(before), whom)];
}
