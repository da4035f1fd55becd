using System.Collections.Immutable;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>Walking through a conversation: either leads, at any time; the other's card follows. A press names what it saw, and acts only while that holds.</summary>
public static class Conducting
{
    /// <summary>Until how long after the start somebody may say that they come later.</summary>
    public static readonly Duration LateUntil = Duration.FromMinutes(15);

    /// <summary>By how much, in minutes.</summary>
    public static readonly IReadOnlyList<int> LateBy = [5, 10, 15];

    public static Instant? NextDue(Together together)
    {
        var closes = together.Meetings.Session is { IsOpen: true } open ? Nights.ClosesAt(open, together.Pair.Zone) : (Instant?)null;
        var begins = together.Meetings.Next?.Start - Meetings.CardBefore;
        return closes < begins || begins is null ? closes : begins;
    }

    /// <summary>What was left open overnight closes, or what is booked begins; whichever was due first.</summary>
    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now)
    {
        if (NextDue(together) is not { } due || now < due)
            return Deciding.AsItIs(together);
        return together.Meetings.Next is { } next && next.Start - Meetings.CardBefore == due
            ? Beginnings.Booked(together, next, now)
            : Endings.Left(together, now).Done();
    }

    /// <summary>Somebody wants the card for the conversation now: of the one that is open, else of the one that is near, else of a new one.</summary>
    public static Decision<Meetings, MeetingsOutcome> Begin(Together together, PersonId actor, Instant now) =>
        Deciding.Refusal(together, actor) ?? Beginnings.Asked(together, actor, now);

    /// <summary>One would like the next conversation, or the one they are in, to be their last: its card brings other prompts, and the other hears.</summary>
    public static Decision<Meetings, MeetingsOutcome> WishLast(Together together, PersonId actor)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.LastBy is not null)
            return Deciding.AsItIs(together);
        var subject = ClosingNotices.Numbered(together.Pair.Id, together.Meetings.Revision + 1);
        return Deciding.Done(
            together,
            together.Meetings with { LastBy = actor },
            [
                new Consequence.Tell(ClosingNotices.LastOne, subject, Deciding.Occasion(together), together.Pair.OtherThan(actor)),
                .. together.Meetings.Session is { } session ? Seating.Following(together, session, null) : [],
            ]);
    }

    /// <summary>On, back, or to any other phase.</summary>
    /// <param name="from">The phase that was seen.</param>
    /// <param name="isShown">Whether the actor sees it in their answer; else their own card follows, too.</param>
    public static Decision<Meetings, MeetingsOutcome> Turn(Together together, PersonId actor, CardSeen card, Phase from, Phase to, bool isShown) =>
        InIt(together, actor, card.Number, card.Card, open =>
        {
            if (open.Phase == from && from != to)
                return Followed(together, open.By(actor) with { Phase = to, TurnedBy = actor }, isShown ? actor : null);
            if (open.Phase != to || from == to || open.TurnedBy is not { } other || other == actor)
                return Deciding.AsItIs(together);
            var both = Deciding.Done(together, together.Meetings with { Session = open.By(actor) });
            return both with { Outcome = new MeetingsOutcome.BothTurned(together with { Meetings = both.Next! }) };
        });

    /// <summary>Three others of the same phase, for both.</summary>
    /// <param name="draws">How often prompts of this phase had been drawn, as it was seen.</param>
    public static Decision<Meetings, MeetingsOutcome> OtherPrompts(Together together, PersonId actor, CardSeen card, Phase phase, int draws) =>
        InIt(together, actor, card.Number, card.Card, open => open.Phase != phase || together.Meetings.Deck.Draws[(int)phase] != draws
            ? Deciding.AsItIs(together)
            : Followed(together with { Meetings = together.Meetings with { Deck = together.Meetings.Deck.Draw(phase) } }, open.By(actor), actor));

    /// <summary>All four phases on one quiet card of the actor's; or one at a time again. The other's card is as it was.</summary>
    /// <param name="isShown">Whether the actor sees it in their answer.</param>
    public static Decision<Meetings, MeetingsOutcome> ShowJustPrompts(Together together, PersonId actor, CardSeen card, bool just, bool isShown) =>
        InIt(together, actor, card.Number, card.Card, open =>
        {
            var seat = open.SeatOf(actor)!;
            if (seat.JustPrompts == just)
                return Deciding.AsItIs(together);
            var next = open.By(actor).With(seat with { JustPrompts = just });
            return Deciding.Done(together, together.Meetings with { Session = next }, isShown ? [] : Seating.Cards(together, next, [next.SeatOf(actor)!]));
        });

    /// <summary>It is over: after the last phase, or when one of the two says so.</summary>
    /// <param name="seen">The phase that was seen; who has the quiet card saw none.</param>
    public static Decision<Meetings, MeetingsOutcome> End(Together together, PersonId actor, CardSeen card, Phase? seen, Instant now) =>
        InIt(together, actor, card.Number, card.Card, open => open.SeatOf(actor) is { JustPrompts: true } || open.Phase == seen
            ? Endings.End(together, open.By(actor), SessionEnding.Done, now).Done()
            : Deciding.AsItIs(together));

    /// <summary>They talked without the bot, which asks nothing more about it: before, during or after.</summary>
    /// <param name="number">Of the conversation, or of the booking.</param>
    /// <param name="version">Of the booking that was seen; null on the cards of a conversation.</param>
    public static Decision<Meetings, MeetingsOutcome> WeMet(Together together, PersonId actor, int number, int? version, Instant now) =>
        Deciding.Refusal(together, actor)
        ?? (version is not null && together.Meetings.Find(number)?.Version is { } booked && booked != version ? Deciding.AsItIs(together) : Endings.Met(together, number, version, now));

    /// <summary>Somebody comes a little later, and the other is told.</summary>
    /// <param name="minutes">One of <see cref="LateBy"/>.</param>
    public static Decision<Meetings, MeetingsOutcome> ComesLater(Together together, PersonId actor, CardSeen card, int minutes, Instant now) =>
        InIt(together, actor, card.Number, card.Card, open =>
        {
            var late = new Late(actor, minutes);
            if (!MayComeLater(open, now) || !LateBy.Contains(minutes) || open.Late == late)
                return Deciding.AsItIs(together);
            return Deciding.Done(
                together,
                together.Meetings with { Session = open with { Late = late } },
                Seating.Late(together, open, minutes, together.Pair.OtherThan(actor)));
        });

    public static bool MayComeLater(Session session, Instant now) => session is { IsOpen: true, IsBooked: true } && now < session.Start + LateUntil;

    /// <summary>
    /// In these phases there is a note for both now: both cards say so, without its words. Where the conversation is not open, the next
    /// morning looks after them, so that no shared note is left behind.
    /// </summary>
    public static Decision<Meetings, MeetingsOutcome> Noted(Together together, int number, ImmutableArray<Phase> phases, Instant now)
    {
        if (together.Pair.State is not RelationshipState.Going)
            return Deciding.AsItIs(together);
        var session = together.Meetings.Session is { } found && found.Number == number ? found : null;
        ImmutableArray<Consequence> keep = session is { IsOpen: true } || phases.IsEmpty ? [] : [Endings.LookAfter(together, number, now)];
        if (session is not null && !session.Noted.ToHashSet().SetEquals(phases))
        {
            var next = session with { Noted = phases, IsTouched = session.IsTouched || session.IsOpen };
            return Deciding.Done(together, together.Meetings with { Session = next }, [.. Seating.Following(together, next, null), .. keep]);
        }

        return keep.IsEmpty ? Deciding.AsItIs(together) : Deciding.Done(together, together.Meetings, keep);
    }

    /// <summary>There is a question for next time, or none any more: the other's card says so.</summary>
    public static Decision<Meetings, MeetingsOutcome> Questioned(Together together, PersonId author, bool isThere)
    {
        if (Deciding.Refusal(together, author) is { } refusal)
            return refusal;
        var questions = together.Meetings.Questions;
        if (questions.Contains(author) == isThere)
            return Deciding.AsItIs(together);
        var next = together.Meetings with { Questions = isThere ? questions.Add(author) : questions.Remove(author) };
        return Deciding.Done(together, next, next.Session is { } session ? Seating.Following(together, session, author) : []);
    }

    /// <summary>
    /// It does not take place after all, although its card is there: nobody held it, and the other is told. Also by who has no card of
    /// it, because the other opened it early.
    /// </summary>
    /// <param name="version">Of the booking that was seen; 0 where it had begun, and so was not booked any more.</param>
    public static Decision<Meetings, MeetingsOutcome> CallOff(Together together, PersonId actor, int number, int version, Instant now) =>
        Deciding.Refusal(together, actor)
        ?? (together.Meetings.Session is { IsOpen: true, IsBooked: true } open && open.Number == number && version == (together.Meetings.Find(number)?.Version ?? 0)
            ? Endings.CallOff(together, open, actor, now).Done()
            : Deciding.AsItIs(together));

    /// <summary>It was to be looked whether there is anything to keep, but the conversation is still to come, or goes on: so that is put off.</summary>
    public static Decision<Meetings, MeetingsOutcome> KeepLater(Together together, int number, Instant now)
    {
        if (together.Pair.State is not RelationshipState.Going)
            return Deciding.AsItIs(together);
        var (meetings, zone) = (together.Meetings, together.Pair.Zone);
        var isOpen = meetings.Session is { IsOpen: true } open && open.Number == number;
        return isOpen || meetings.Find(number) is not null
            ? Deciding.Done(together, meetings, Endings.LookAfter(together, number, isOpen ? Instant.Max(now, Nights.ClosesAt(meetings.Session!, zone)) : now))
            : Deciding.AsItIs(together);
    }

    /// <summary>The relationship has ended: nothing is booked any more, and an open conversation is closed.</summary>
    public static Decision<Meetings, MeetingsOutcome> Stop(Together together, Instant now)
    {
        var meetings = together.Meetings;
        if (meetings is { Booked.IsEmpty: true, Session: not { IsOpen: true }, Times: null, Suggested: null, LookAgainAt: null })
            return Deciding.AsItIs(together);
        var change = meetings.Session is { IsOpen: true } open ? Endings.End(together, open, SessionEnding.Stopped, now) : Change.Of(together);
        change = meetings.Booked.Aggregate(change, (each, booking) => each.Without(booking)).NoTimes().NoSuggestion();
        return (change with { Next = change.Next with { LookAgainAt = null } }).Done();
    }

    /// <summary>Only in the conversation that is open, and only on the card that one has of it.</summary>
    private static Decision<Meetings, MeetingsOutcome> InIt(
        Together together, PersonId actor, int number, int card, Func<Session, Decision<Meetings, MeetingsOutcome>> then) =>
        Deciding.Refusal(together, actor)
        ?? (together.Meetings.Session is { IsOpen: true } open && open.Number == number && open.SeatOf(actor) is { } seat && seat.Card == card ? then(open) : Deciding.AsItIs(together));

    /// <summary>Somebody did something with it: what the other turned to is no news for them any more.</summary>
    private static Session By(this Session open, PersonId actor) => open with
    {
        IsTouched = true,
        TurnedBy = open.TurnedBy == actor ? actor : null,
    };

    private static Decision<Meetings, MeetingsOutcome> Followed(Together together, Session next, PersonId? but) =>
        Deciding.Done(together, together.Meetings with { Session = next }, Seating.Following(together, next, but));
}
