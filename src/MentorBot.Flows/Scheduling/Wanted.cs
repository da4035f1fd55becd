using System.Globalization;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>What somebody looks for, as every button of a card with times carries it: so that no press acts on anything else than what it showed.</summary>
/// <param name="Number">That of the booking that is to move; or the number that a new one would have.</param>
/// <param name="Version">Of the booking that is to move; 0 for a new one.</param>
/// <param name="From">Not before this; null for from now on.</param>
/// <param name="IsBeyond">Outside usual hours as well.</param>
public sealed record Wanted(RelationshipId Id, int Number, int Version, int Minutes, Instant? From, bool IsBeyond)
{
    public bool IsMove => Version > 0;

    public static Wanted New(Together together) =>
        new(together.Pair.Id, together.Meetings.Last + 1, 0, Arranging.MinutesOfNext(together.Meetings), null, false);

    public static Wanted ToMove(Together together, Booking booking) => new(together.Pair.Id, booking.Number, booking.Version, booking.Minutes, null, false);

    /// <summary>Not before the day after this one, where there was one.</summary>
    public Wanted After(Instant? insteadOf, Reader reader) => insteadOf is { } was
        ? this with { From = reader.Zone.AtStartOfDay(was.InZone(reader.Zone).Date.PlusDays(1)).ToInstant() }
        : this;

    /// <summary>Null when it is nothing that a card ever carried.</summary>
    public static Wanted? In(Submission submission) =>
        BetweenTwo.IdIn(submission) is { } id
        && submission.Number(SchedulingActions.Number) is { } number
        && submission.Number(SchedulingActions.Version) is { } version
        && submission.Number(SchedulingActions.Minutes) is { } minutes
        && Arranging.Lengths.Contains(minutes)
            ? new(id, number, version, minutes, submission.Moment(SchedulingActions.From), submission.IsTicked(SchedulingActions.Beyond))
            : null;

    /// <summary>Whether it can still be had: nothing was booked, moved or cancelled since.</summary>
    public bool Holds(Together together) => IsMove ? together.Meetings.Find(Number)?.Version == Version : Number == together.Meetings.Last + 1;

    public (string Name, string Value)[] Data(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var data = new List<(string, string)>
        {
            (RelationshipActions.Relationship, Id.Value),
            (SchedulingActions.Number, Text(Number)),
            (SchedulingActions.Version, Text(Version)),
            (SchedulingActions.Minutes, Text(Minutes)),
        };
        if (From is { } from)
            data.Add((SchedulingActions.From, Text(from)));
        if (IsBeyond)
            data.Add((SchedulingActions.Beyond, "true"));
        data.AddRange(more);
        return [.. data];
    }

    public (string Name, string Value)[] With(Instant start) => Data((SchedulingActions.Start, Text(start)));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(Instant moment) => moment.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
}
