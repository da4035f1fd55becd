using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Sessions;

/// <summary>Relationships: the row "meetings". Nothing in it is sealed, for nobody wrote a word of it.</summary>
internal sealed class MeetingsCodec : IRecordCodec<Meetings>
{
    public const string Key = "meetings";

    private const int Schema = 1;

    public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Meetings meetings, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "revision", meetings.Revision },
            { "last", meetings.Last },
            { "booked", meetings.Booked.Select(one => Joined(one.Number, one.Version, one.Start.ToUnixTimeTicks(), one.Minutes, KeyText.Of(one.By.Value), one.Was?.ToUnixTimeTicks() ?? 0)) },
            { "draws", meetings.Deck.Draws.Select(draw => Joined(draw)) },
            { "timesUntil", meetings.Times?.Until },
            { "timesRemindAt", meetings.Times?.RemindAt },
            { "timesInsteadOf", meetings.Times?.InsteadOf },
            { "nextShort", meetings.IsNextShort },
            { "lookAgainAt", meetings.LookAgainAt },
            { "lastBy", meetings.LastBy?.Value },
            { "agreedMinutes", meetings.AgreedMinutes is { } minutes ? Joined(minutes) : null },
            { "questions", meetings.Questions },
            { "held", meetings.Held },
            { "since", meetings.Since },
            { "quietAsked", meetings.IsQuietAsked },
            { "edgesOfMentee", meetings.EdgesOfMentee },
            { "edgesOfMentor", meetings.EdgesOfMentor },
        };
        if (meetings.Suggested is { } suggested)
            row.Add("suggested", Joined(suggested.Start.ToUnixTimeTicks(), suggested.Minutes, KeyText.Of(suggested.By.Value), suggested.Until.ToUnixTimeTicks(), suggested.Moves));
        if (meetings.Session is { } session)
            Add(row, session);
        return ValueTask.FromResult(row.Properties);
    }

    public ValueTask<Meetings> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Meetings(
        row.Number("revision"),
        row.Number("last"),
        [.. row.Several("booked").Select(Booking)],
        row.TextIfAny("phase") is null ? null : Session(row),
        new([.. row.Several("draws").Select(Int)]),
        row.MomentIfAny("timesUntil") is { } until ? new(until, row.MomentIfAny("timesRemindAt")) { InsteadOf = row.MomentIfAny("timesInsteadOf") } : null,
        row.TextIfAny("suggested") is { } suggested ? Suggestion(suggested) : null,
        row.People("questions"),
        row.Number("held"),
        row.Moment("since"),
        row.Is("quietAsked"),
        row.Number("edgesOfMentee"),
        row.Number("edgesOfMentor"))
    {
        AgreedMinutes = row.TextIfAny("agreedMinutes") is { } minutes ? Int(minutes) : null,
        IsNextShort = row.Is("nextShort"),
        LookAgainAt = row.MomentIfAny("lookAgainAt"),
        LastBy = row.TextIfAny("lastBy") is { } lastBy ? new PersonId(lastBy) : null,
    });

    private static void Add(PropertyBag row, Session session)
    {
        row.Add("number", session.Number);
        row.Add("start", session.Start);
        row.Add("minutes", session.Minutes);
        row.Add("isBooked", session.IsBooked);
        row.Add("phase", session.Phase);
        row.Add("turnedBy", session.TurnedBy?.Value);
        row.Add("seats", session.Seats.Select(seat => Joined(KeyText.Of(seat.Person.Value), seat.Card, seat.JustPrompts ? 1 : 0, seat.Since.ToUnixTimeTicks())));
        row.Add("late", session.Late is { } late ? Joined(KeyText.Of(late.By.Value), late.Minutes) : null);
        row.Add("noted", session.Noted.Select(phase => phase.ToString()));
        row.Add("touched", session.IsTouched);
        row.Add("ending", session.Ending?.ToString());
        row.Add("endedAt", session.EndedAt);
    }

    private static Session Session(Row row) => new(
        row.Number("number"),
        row.Moment("start"),
        row.Number("minutes"),
        row.Is("isBooked"),
        row.One<Phase>("phase"),
        row.TextIfAny("turnedBy") is { } turnedBy ? new PersonId(turnedBy) : null,
        [.. row.Several("seats").Select(Parts).Select(parts => new Seat(Person(parts[0]), Int(parts[1]), Int(parts[2]) == 1) { Since = Moment(parts[3]) })],
        row.TextIfAny("late") is { } late ? new(Person(Parts(late)[0]), Int(Parts(late)[1])) : null,
        [.. row.Several("noted").Select(Enum.Parse<Phase>)],
        row.Is("touched"),
        row.TextIfAny("ending") is { } ending ? Enum.Parse<SessionEnding>(ending) : null,
        row.MomentIfAny("endedAt"));

    private static Booking Booking(string text)
    {
        var parts = Parts(text);
        return new(Int(parts[0]), Int(parts[1]), Moment(parts[2]), Int(parts[3]), Person(parts[4])) { Was = parts[5] == "0" ? null : Moment(parts[5]) };
    }

    private static Suggestion Suggestion(string text)
    {
        var parts = Parts(text);
        return new(Moment(parts[0]), Int(parts[1]), Person(parts[2]), Moment(parts[3])) { Moves = Int(parts[4]) };
    }

    /// <summary>People's ids are written as in keys, so that no separator is in them.</summary>
    private static string Joined(params ReadOnlySpan<object> parts)
    {
        var texts = new string[parts.Length];
        for (var at = 0; at < parts.Length; at++)
            texts[at] = Convert.ToString(parts[at], CultureInfo.InvariantCulture)!;
        return string.Join(';', texts);
    }

    private static string[] Parts(string text) => text.Split(';');

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Instant Moment(string text) => Instant.FromUnixTimeTicks(long.Parse(text, CultureInfo.InvariantCulture));

    private static PersonId Person(string text) => new(KeyText.Back(text));
}
