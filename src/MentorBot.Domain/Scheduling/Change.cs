using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Scheduling;

/// <summary>A change of what is booked, with all that follows from it: both calendars, and every card that shows it.</summary>
internal sealed record Change(Together Before, Meetings Next, ImmutableArray<Consequence> Consequences)
{
    public static Change Of(Together before) => new(before, before.Meetings, []);

    /// <summary>Booked, or moved; what was asked about times is settled by it.</summary>
    public Change With(Booking booking)
    {
        var earlier = Next.Find(booking.Number);
        var change = earlier is null ? this with { Next = Next with { Last = booking.Number, IsNextShort = false } } : CardsOf(earlier);
        return (change with { Next = change.Next with { Booked = [.. Others(booking.Number).Append(booking).OrderBy(one => one.Start)] } })
            .Follow(booking.Number)
            .NoTimes()
            .NoSuggestion();
    }

    /// <summary>Not booked any more.</summary>
    public Change Without(Booking booking)
    {
        var change = CardsOf(booking).Follow(booking.Number);
        change = change with { Next = change.Next with { Booked = [.. Others(booking.Number)] } };
        return Next.Suggested?.Moves == booking.Number ? change.NoSuggestion() : change;
    }

    public Change Counting(DayEdge edge) => this with
    {
        Next = Next with
        {
            EdgesOfMentee = Next.EdgesOfMentee + (edge.HasFlag(DayEdge.Mentee) ? 1 : 0),
            EdgesOfMentor = Next.EdgesOfMentor + (edge.HasFlag(DayEdge.Mentor) ? 1 : 0),
        },
    };

    public Change TellOfBooking(Booking booking, PersonId actor) =>
        Tell(SchedulingNotices.Booked, SchedulingNotices.Numbered(Before.Pair.Id, booking.Number, booking.Version), Before.Pair.OtherThan(actor));

    public Change Tell(string kind, string subject, params ReadOnlySpan<PersonId> whom)
    {
        var tells = ImmutableArray.CreateBuilder<Consequence>(whom.Length);
        foreach (var one in whom)
            tells.Add(new Consequence.Tell(kind, subject, Deciding.Occasion(Before), one));
        return this with { Consequences = [.. Consequences, .. tells] };
    }

    public Change TellBoth(string kind, string subject) => Tell(kind, subject, Before.Pair.Mentee, Before.Pair.Mentor);

    /// <summary>Times that were offered are not open any more: the cards say so.</summary>
    public Change NoTimes()
    {
        if (Next.Times is not { } times)
            return this;
        var subject = SchedulingNotices.At(Before.Pair.Id, times.Until);
        return (this with { Next = Next with { Times = null } }).TellBoth(SchedulingNotices.Times, subject).TellBoth(SchedulingNotices.Remind, subject);
    }

    /// <summary>What was suggested is settled: the card of whoever was asked says so.</summary>
    public Change NoSuggestion() => Next.Suggested is not { } suggested
        ? this
        : (this with { Next = Next with { Suggested = null } })
            .Tell(SchedulingNotices.Suggested, SchedulingNotices.At(Before.Pair.Id, suggested.Start), Before.Pair.OtherThan(suggested.By));

    /// <summary>Each card and step once, whatever it is for.</summary>
    public Decision<Meetings, MeetingsOutcome> Done() =>
        Deciding.Done(Before, Next, [.. Consequences.DistinctBy(one => (one.Kind, one.Subject, (one as Consequence.Tell)?.Whom))]);

    /// <summary>The cards that show a booking as it was.</summary>
    private Change CardsOf(Booking earlier)
    {
        var subject = SchedulingNotices.Numbered(Before.Pair.Id, earlier.Number, earlier.Version);
        return TellBoth(SchedulingNotices.Booked, subject).TellBoth(SchedulingNotices.Shorter, subject);
    }

    public Change Follow(int number) => this with
    {
        Consequences = Consequences.Add(new Consequence.Step(SchedulingNotices.Follow, SchedulingNotices.Numbered(Before.Pair.Id, number), Deciding.Occasion(Before))),
    };

    private IEnumerable<Booking> Others(int number) => Next.Booked.Where(one => one.Number != number);
}
