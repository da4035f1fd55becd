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
    public static Decision<Meetings, MeetingsOutcome> Noted(Together together, PersonId actor, int session, Phase phase)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.Session is not { } found || found.Number != session || found.Noted.Contains(phase))
            return Deciding.AsItIs(together);
        var next = found with { Revision = found.Revision + 1, Noted = found.Noted.Add(phase), IsTouched = found.IsTouched || found.IsOpen };
        return Deciding.Done(together, together.Meetings with { Session = next }, Following(together, next, next.Seats));
    }

    /// <summary>Somebody left a question for next time, or took it back: the other's card says so.</summary>
    public static Decision<Meetings, MeetingsOutcome> Questioned(Together together, PersonId actor, bool isThere)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        var questions = together.Meetings.Questions;
        if (questions.Contains(actor) == isThere)
            return Deciding.AsItIs(together);
        var next = together.Meetings with { Questions = isThere ? questions.Add(actor) : questions.Remove(actor) };
        return Deciding.Done(together, next, next.Session is { } session ? Following(together, session, session.Seats.Where(seat => seat.Person != actor)) : []);
    }

    /// <summary>The relationship has ended: nothing is booked any more.</summary>
    public static Decision<Meetings, MeetingsOutcome> Stop(Together together, Instant now) => Deciding.AsItIs(together);

    /// <summary>The cards that are to show it, while the conversation is open. A quiet card stays as it is.</summary>
    private static ImmutableArray<Consequence> Following(Together before, Session session, IEnumerable<Seat> seats) =>
        session.IsOpen ? [.. seats.Where(seat => !seat.JustPrompts).Select(seat => Card(before, session, seat))] : [];

    private static Consequence.Tell Card(Together before, Session session, Seat seat) =>
        new Consequence.Tell(SessionNotices.Card, SessionNotices.OfCard(before.Pair.Id, session.Number, seat.Card), Deciding.Occasion(before), seat.Person);
}
