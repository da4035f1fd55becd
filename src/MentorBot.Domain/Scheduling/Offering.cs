using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Times that are offered to both, times that one suggests outside the other's hours, and what comes of silence.</summary>
public static class Offering
{
    /// <summary>As the cards say it: times are open to the end of the third day.</summary>
    private const int DaysOpen = 3;

    /// <summary>The one reminder.</summary>
    private static readonly Duration RemindAfter = Duration.FromDays(2);

    /// <summary>Where no hour was in common.</summary>
    private static readonly Duration BetweenLooks = Duration.FromDays(14);

    /// <inheritdoc cref="Arranging.OfferTimes"/>
    internal static Decision<Meetings, MeetingsOutcome> Times(Together together, Instant now)
    {
        if (together.Pair.State is not RelationshipState.Going || together.Meetings.Times is not null)
            return Deciding.AsItIs(together);
        var times = Open(together, now);
        return Change.Of(together).Opening(times).TellBoth(SchedulingNotices.Times, SchedulingNotices.At(together.Pair.Id, times.Until)).Done();
    }

    /// <summary>One is fine with a time outside the other's usual hours: the other is asked before anything is booked.</summary>
    /// <param name="moves">The booking that would be moved there; 0 for a new one.</param>
    public static Decision<Meetings, MeetingsOutcome> Suggest(Together together, PersonId actor, int moves, Instant start, int minutes, Instant now)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        var meetings = together.Meetings;
        if (moves != 0 && meetings.Find(moves) is null)
            return Deciding.AsItIs(together);
        if (meetings.Suggested is { } open && open.By == actor && (open.Start, open.Minutes, open.Moves) == (start, minutes, moves))
            return Deciding.AsItIs(together);
        var wanted = new Booking(moves == 0 ? meetings.Last + 1 : moves, 1, start, minutes, actor);
        if (Arranging.Hindrance(together, [wanted], now) is { } hindrance)
            return hindrance;

        // Never open for longer than the time itself is ahead.
        var suggested = new Suggestion(start, minutes, actor, Instant.Min(EndOfDays(together, now), start)) { Moves = moves };
        var change = Change.Of(together).NoSuggestion();
        return (change with { Next = change.Next with { Suggested = suggested } })
            .Tell(SchedulingNotices.Suggested, SchedulingNotices.At(together.Pair.Id, start), together.Pair.OtherThan(actor))
            .Done();
    }

    /// <summary>The other says whether it would do.</summary>
    /// <param name="start">The time that was seen.</param>
    public static Decision<Meetings, MeetingsOutcome> AnswerSuggestion(Together together, PersonId actor, Instant start, bool isFine, Instant now)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.Suggested is not { } suggested || suggested.Start != start || suggested.By == actor)
            return Deciding.AsItIs(together);
        if (!isFine)
            return Change.Of(together).NoSuggestion().Tell(SchedulingNotices.Declined, SchedulingNotices.At(together.Pair.Id, start), suggested.By).Done();

        var moved = together.Meetings.Find(suggested.Moves);
        var booking = new Booking(moved?.Number ?? together.Meetings.Last + 1, (moved?.Version ?? 0) + 1, suggested.Start, suggested.Minutes, suggested.By) { Was = moved?.Start };
        return Arranging.Hindrance(together, [booking], now) ?? Change.Of(together).With(booking).TellOfBooking(booking, actor).Done();
    }

    /// <summary>No hour was in common: both are offered times a while later, unless something is booked by then.</summary>
    public static Decision<Meetings, MeetingsOutcome> LookAgain(Together together, PersonId actor, Instant now) =>
        Deciding.Refusal(together, actor)
        ?? (together.Meetings.LookAgainAt is { } at && at > now
            ? Deciding.AsItIs(together)
            : Deciding.Done(together, together.Meetings with { LookAgainAt = now + BetweenLooks }));

    /// <summary>The next one is twenty minutes: what is booked, or what is booked next.</summary>
    /// <param name="number">What was seen to be booked next; 0 for nothing.</param>
    public static Decision<Meetings, MeetingsOutcome> MakeTwentyMinutes(Together together, PersonId actor, int number)
    {
        if (MayNot(together, actor) is { } refusal)
            return refusal;
        if (number != (together.Meetings.Next?.Number ?? 0))
            return Deciding.Refused(together, new MeetingsOutcome.AsItIs(null));
        var (id, other) = (together.Pair.Id, together.Pair.OtherThan(actor));
        return together.Meetings.Next switch
        {
            null when together.Meetings.IsNextShort => Deciding.AsItIs(together),
            null => (Change.Of(together) with { Next = together.Meetings with { IsNextShort = true } })
                .Tell(SchedulingNotices.Shorter, SchedulingNotices.Numbered(id, 0, 0), other)
                .Done(),
            { Minutes: <= Arranging.ShortMinutes } => Deciding.AsItIs(together),
            var next => Change.Of(together).With(next with { Version = next.Version + 1, Minutes = Arranging.ShortMinutes, By = actor, Was = null })
                .Tell(SchedulingNotices.Shorter, SchedulingNotices.Numbered(id, next.Number, next.Version + 1), other)
                .Done(),
        };
    }

    /// <summary>The next one is to be later: it is not booked any more, and the other has times to choose from. (Who made it later sees them at once.)</summary>
    /// <param name="number">The booking that was seen.</param>
    public static Decision<Meetings, MeetingsOutcome> MakeLater(Together together, PersonId actor, int number, Instant now)
    {
        if (MayNot(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.Next is not { } next || next.Number != number)
            return Deciding.AsItIs(together);
        var times = Open(together, now) with { InsteadOf = next.Start };
        return Change.Of(together).NoTimes().Without(next).Opening(times).Tell(SchedulingNotices.Times, SchedulingNotices.At(together.Pair.Id, times.Until), together.Pair.OtherThan(actor)).Done();
    }

    /// <summary>A quiet time is over: both are offered times, unless something is booked or they have times. At once, but after whatever else was due by now.</summary>
    public static Decision<Meetings, MeetingsOutcome> AfterQuiet(Together together, Instant now) =>
        together is { Pair.State: RelationshipState.Going { QuietUntil: null }, Meetings.Next: null }
            && !(together.Meetings.Times?.Until > now)
            && !(together.Meetings.LookAgainAt <= now)
            ? Deciding.Done(together, together.Meetings with { LookAgainAt = now })
            : Deciding.AsItIs(together);

    internal static Instant? NextDue(Together together) =>
        new[] { together.Meetings.Times?.RemindAt ?? together.Meetings.Times?.Until, together.Meetings.Suggested?.Until, LooksAgainAt(together) }.Min();

    internal static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now)
    {
        var (meetings, change) = (together.Meetings, Change.Of(together));
        if (meetings.Times is { } over && over.Until <= now)
            return change.NoTimes().Done();
        if (meetings.Times is { RemindAt: { } remindAt } times && remindAt <= now)
        {
            var subject = SchedulingNotices.At(together.Pair.Id, times.Until);
            return change.Opening(times with { RemindAt = null }).TellBoth(SchedulingNotices.Times, subject).TellBoth(SchedulingNotices.Remind, subject).Done();
        }

        if (meetings.Suggested is { } suggested && suggested.Until <= now)
            return change.NoSuggestion().Done();
        if (LooksAgainAt(together) is not { } at || at > now)
            return Deciding.AsItIs(together);
        var looked = meetings with { LookAgainAt = null };
        if (looked.Next is not null || looked.Times is not null)
            return Deciding.Done(together, looked);
        var offered = Open(together, now);
        return (change with { Next = looked }).Opening(offered).TellBoth(SchedulingNotices.Times, SchedulingNotices.At(together.Pair.Id, offered.Until)).Done();
    }

    /// <summary>Not in a quiet time.</summary>
    private static Instant? LooksAgainAt(Together together) => together is { Meetings.LookAgainAt: { } at, Pair.State: RelationshipState.Going { QuietUntil: { } until } }
        ? Instant.Max(at, until)
        : together.Meetings.LookAgainAt;

    private static Change Opening(this Change change, TimesOpen times) => change with { Next = change.Next with { Times = times } };

    private static TimesOpen Open(Together together, Instant now) => new(EndOfDays(together, now), now + RemindAfter);

    private static Instant EndOfDays(Together together, Instant now) =>
        together.Pair.Zone.AtStartOfDay(now.InZone(together.Pair.Zone).Date.PlusDays(DaysOpen + 1)).ToInstant();

    private static Decision<Meetings, MeetingsOutcome>? MayNot(Together together, PersonId actor) =>
        Deciding.Refusal(together, actor)
        ?? (Relating.MayMakeLighter(together.Pair, actor) ? null : Deciding.Refused(together, new MeetingsOutcome.NotYours()));
}
