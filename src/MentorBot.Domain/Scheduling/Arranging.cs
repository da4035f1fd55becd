using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Booking, moving, cancelling: by either, at any time. The other always hears, and no two bookings overlap.</summary>
public static class Arranging
{
    /// <summary>Unless the two want it otherwise.</summary>
    public const int UsualMinutes = 60;

    public const int ShortMinutes = 20;

    /// <summary>How long a conversation may be, in minutes.</summary>
    public static readonly ImmutableArray<int> Lengths = [ShortMinutes, 30, 45, UsualMinutes];

    /// <summary>How long the next one is to be.</summary>
    public static int MinutesOfNext(Meetings meetings) => meetings.IsNextShort ? ShortMinutes : meetings.AgreedMinutes ?? UsualMinutes;

    /// <summary>How long both would like it to be from now on; null where they do not both say so, or not the same. What is booked stays.</summary>
    public static Decision<Meetings, MeetingsOutcome> Agreed(Together together, int? minutes) => together.Meetings.AgreedMinutes == minutes
        ? Deciding.AsItIs(together)
        : Deciding.Done(together, together.Meetings with { AgreedMinutes = minutes });

    /// <summary>The time that travelled with the yes. Only as the very first; repeating it changes nothing.</summary>
    /// <param name="by">Who said yes. They see it in their answer, the other on the card that says so.</param>
    public static Decision<Meetings, MeetingsOutcome> BookFirst(Together together, Instant start, int minutes, PersonId by, Instant now)
    {
        if (Deciding.Refusal(together, by) is { } refusal)
            return refusal;
        if (together.Meetings.Last > 0)
            return Deciding.AsItIs(together);
        if (start <= now)
            return Deciding.Refused(together, new MeetingsOutcome.GoneBy(together));

        var booking = new Booking(1, 1, start, minutes, by);
        return Change.Of(together).With(booking).Tell(RelationshipNotices.Begun, together.Pair.Id.Value, together.Pair.OtherThan(by)).Done();
    }

    /// <summary>Both are to see times they can choose from; without a choice nothing is booked.</summary>
    public static Decision<Meetings, MeetingsOutcome> OfferTimes(Together together, Instant now) => Offering.Times(together, now);

    /// <summary>Books a time that one of the two chose.</summary>
    /// <param name="number">The number that it would have when it was shown: so pressing twice, or both at once, books one.</param>
    public static Decision<Meetings, MeetingsOutcome> Book(Together together, PersonId actor, int number, Instant start, int minutes, DayEdge edge, Instant now)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (number != together.Meetings.Last + 1)
            return Deciding.AsItIs(together);
        var booking = new Booking(number, 1, start, minutes, actor);
        return Hindrance(together, [booking], now) ?? Change.Of(together).With(booking).Counting(edge).TellOfBooking(booking, actor).Done();
    }

    /// <summary>Books several, each a booking of its own. The other hears once.</summary>
    /// <param name="number">The number that the first one would have when it was shown.</param>
    public static Decision<Meetings, MeetingsOutcome> BookSeries(Together together, PersonId actor, int number, ImmutableArray<Instant> starts, int minutes, Instant now)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (starts.IsEmpty || number != together.Meetings.Last + 1)
            return Deciding.AsItIs(together);
        ImmutableArray<Booking> series = [.. starts.Order().Select((start, at) => new Booking(number + at, 1, start, minutes, actor))];
        if (Hindrance(together, series, now) is { } hindrance)
            return hindrance;

        var change = series.Aggregate(Change.Of(together), (change, booking) => change.With(booking));
        return change.Tell(SchedulingNotices.Series, SchedulingNotices.Numbered(together.Pair.Id, number, series.Length), together.Pair.OtherThan(actor)).Done();
    }

    /// <summary>Moves a booking to a time that one of the two chose.</summary>
    /// <param name="version">The one that was seen.</param>
    public static Decision<Meetings, MeetingsOutcome> Move(Together together, PersonId actor, int number, int version, Instant start, int minutes, DayEdge edge, Instant now)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.Find(number) is not { } old || old.Version != version || (old.Start == start && old.Minutes == minutes))
            return Deciding.AsItIs(together);
        var moved = new Booking(number, version + 1, start, minutes, actor) { Was = old.Start };
        return Hindrance(together, [moved], now) ?? Change.Of(together).With(moved).Counting(edge).TellOfBooking(moved, actor).Done();
    }

    /// <summary>It doesn't take place. No reason is asked.</summary>
    /// <param name="version">The one that was seen.</param>
    public static Decision<Meetings, MeetingsOutcome> Cancel(Together together, PersonId actor, int number, int version)
    {
        if (Deciding.Refusal(together, actor) is { } refusal)
            return refusal;
        if (together.Meetings.Find(number) is not { } old || old.Version != version)
            return Deciding.AsItIs(together);
        return Change.Of(together).Without(old)
            .Tell(SchedulingNotices.Cancelled, SchedulingNotices.At(together.Pair.Id, old.Start), together.Pair.OtherThan(actor))
            .Done();
    }

    public static Instant? NextDue(Together together) => Offering.NextDue(together);

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => Offering.Tick(together, now);

    /// <summary>Why these cannot be booked; null when they can.</summary>
    internal static Decision<Meetings, MeetingsOutcome>? Hindrance(Together together, ImmutableArray<Booking> wanted, Instant now)
    {
        if (wanted.Any(one => one.Start <= now))
            return Deciding.Refused(together, new MeetingsOutcome.GoneBy(together));
        var numbers = wanted.Select(one => one.Number).ToList();
        ImmutableArray<Booking> all = [.. together.Meetings.Booked.Where(one => !numbers.Contains(one.Number)), .. wanted];
        return all.Length > Meetings.MostBooked || Overlap([.. all.OrderBy(one => one.Start)])
            ? Deciding.Refused(together, new MeetingsOutcome.Full(together))
            : null;
    }

    private static bool Overlap(ImmutableArray<Booking> byStart)
    {
        for (var at = 1; at < byStart.Length; at++)
            if (byStart[at].Start < byStart[at - 1].End)
                return true;
        return false;
    }
}
