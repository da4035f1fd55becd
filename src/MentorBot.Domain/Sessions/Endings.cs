using MentorBot.Domain.Notices;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>How a conversation ends, and what follows from it.</summary>
internal static class Endings
{
    /// <summary>What is open ends like this; every card of it shows so.</summary>
    public static Change End(Together together, Session open, SessionEnding ending, Instant now)
    {
        var ended = open with { Ending = ending, EndedAt = now };

        // Opened before it was to begin, and moved since: it is still to come.
        var ahead = together.Meetings.Find(open.Number);
        var wasHeld = ending is SessionEnding.Done or SessionEnding.WeMet || (ending is SessionEnding.Overnight && open.IsTouched && ahead is null);

        // Held before it was to begin: nothing is booked for it any more.
        var change = wasHeld && ahead is not null ? Change.Of(together).Without(ahead) : Change.Of(together);
        change = change with { Next = wasHeld ? Held(change.Next, Instant.Min(now, open.End)) : change.Next, Consequences = [.. change.Consequences, .. Seating.Cards(together, ended, ended.Seats)] };
        change = change with { Next = change.Next with { Session = ended } };

        // Who walked through it alone asks nothing of the other, and nobody is asked after "we met": but no note for both is left behind.
        var isAsked = wasHeld && ended.Seats.Length > 1 && ending != SessionEnding.WeMet;
        var hasNotes = !ended.Noted.IsEmpty && ending != SessionEnding.Stopped;
        if (wasHeld)
            change = change.DroppingQuestions();
        if (!isAsked && !hasNotes)
            return change;
        var keep = wasHeld ? Keep(together, ended.Number, Nights.MorningAfter(now, ending is SessionEnding.Overnight, together.Pair.Zone)) : LookAfter(together, ended.Number, now);
        return change with { Consequences = change.Consequences.Add(keep) };
    }

    /// <summary>What was left open, if anything, is closed.</summary>
    public static Change Left(Together together, Instant now) =>
        together.Meetings.Session is { IsOpen: true } open ? End(together, open, SessionEnding.Overnight, now) : Change.Of(together);

    /// <summary>They talked without the bot: before it began, during it, or after it was left untouched.</summary>
    public static Decision<Meetings, MeetingsOutcome> Met(Together together, int number, int? version, Instant now)
    {
        var meetings = together.Meetings;
        switch (meetings.Session)
        {
            case { IsOpen: true } open when open.Number == number:
                return End(together, open, SessionEnding.WeMet, now).Done();
            case { Ending: SessionEnding.Overnight, IsTouched: false } left when left.Number == number && meetings.Find(number) is null:
                var met = left with { Ending = SessionEnding.WeMet };
                var late = Change.Of(together);
                return (late with { Next = Held(meetings, left.End) with { Session = met }, Consequences = Seating.Cards(together, met, met.Seats) }).DroppingQuestions().Done();
        }

        if (meetings.Find(number) is not { } booking || booking.Version != version)
            return Deciding.AsItIs(together);
        if (booking.Start - now > Beginnings.Near)
            return Deciding.Refused(together, new MeetingsOutcome.StillToCome(together, booking));
        var change = Change.Of(together).Without(booking);
        change = change with { Next = Held(change.Next, now) };

        // While they are in another one, that stays what they are in.
        if (meetings.Session is not { IsOpen: true })
            change = change with { Next = change.Next with { Session = new(number, booking.Start, booking.Minutes, true, Phase.Review, null, [], null, [], false, SessionEnding.WeMet, now) } };
        return change.DroppingQuestions().Done();
    }

    /// <summary>It does not take place, although its card is there.</summary>
    public static Change CallOff(Together together, Session open, PersonId actor, Instant now)
    {
        var change = End(together, open, SessionEnding.CalledOff, now);
        var booking = together.Meetings.Find(open.Number);
        change = booking is not null ? change.Without(booking) : change.Follow(open.Number);

        // Opened early and moved since: the day that both know is that of the booking.
        return change.Tell(SchedulingNotices.Cancelled, SchedulingNotices.At(together.Pair.Id, booking?.Start ?? open.Start), together.Pair.OtherThan(actor));
    }

    /// <summary>Whether a question was read stands with its words, which are not opened here.</summary>
    private static Change DroppingQuestions(this Change change) => change.Next.Questions.IsEmpty
        ? change
        : change with { Consequences = change.Consequences.Add(new Consequence.Step(SessionNotices.DropQuestions, change.Before.Pair.Id.Value, Deciding.Occasion(change.Before))) };

    private static Meetings Held(Meetings meetings, Instant since) => meetings with { Held = meetings.Held + 1, LastBy = null, Since = Instant.Max(since, meetings.Since) };

    /// <summary>
    /// The next morning looks after the notes for both; where the conversation is still to come, the one after it. Of one that has just
    /// ended the cards say which morning that is: no note makes it an earlier one.
    /// </summary>
    public static Consequence.Step LookAfter(Together together, int number, Instant now)
    {
        var ended = together.Meetings.Session is { IsOpen: false } session && session.Number == number ? session : null;
        var over = together.Meetings.Find(number)?.End ?? ended?.EndedAt ?? now;
        return Keep(together, number, Nights.MorningAfter(Instant.Max(now, over), overnight: ended?.Ending is null or SessionEnding.Overnight, together.Pair.Zone));
    }

    private static Consequence.Step Keep(Together together, int number, Instant morning) =>
        new(SessionNotices.Keep, SessionNotices.Numbered(together.Pair.Id, number), Deciding.Occasion(together)) { At = morning };
}
