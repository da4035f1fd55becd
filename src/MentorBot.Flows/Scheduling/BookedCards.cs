using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Scheduling.Wanted;

namespace MentorBot.Flows.Scheduling;

/// <summary>Cards with what is booked, was moved or does not take place.</summary>
public static class BookedCards
{
    /// <summary>To whoever chose it.</summary>
    public static AdaptiveCard Booked(Together together, Booking booking, string name, Reader reader) =>
        Of(together, booking, SchedulingText.Booked.With(name, booking.Minutes), reader);

    /// <summary>To the other.</summary>
    public static AdaptiveCard TheyChose(Together together, Booking booking, string name, Reader reader) => Of(
        together,
        booking,
        booking.Was is { } was ? SchedulingText.TheyMoved.With(name, booking.Minutes, reader.Moment(was)) : SchedulingText.TheyChose.With(name, booking.Minutes),
        reader);

    /// <summary>As either of the two sees it who asks for it.</summary>
    public static AdaptiveCard AsItIs(Together together, Booking booking, string name, Reader reader) =>
        booking.By == reader.Person ? Booked(together, booking, name, reader) : TheyChose(together, booking, name, reader);

    /// <summary>To the other: the mentor made it twenty minutes.</summary>
    public static AdaptiveCard Shorter(Together together, Booking booking, string name, Reader reader) => Card.Line(
        SchedulingText.ShorterBooked.With(name, reader.Day(booking.Start), reader.Time(booking.Start)),
        Card.Press(SchedulingText.KeepIt, SchedulingActions.Keep, Ids(together, booking)),
        Card.Press(SchedulingText.AnotherDay, SchedulingActions.Move, Ids(together, booking)));

    public static AdaptiveCard NextIsShort(string name) => Card.Line(SchedulingText.ShorterNext.With(name));

    public static AdaptiveCard DoesNotTakePlace(RelationshipId id, Instant start, string name, Reader reader) => Card.Line(
        SchedulingText.DoesNotTakePlace.With(name, reader.Day(start)),
        Card.Press(SchedulingText.FindATime, SchedulingActions.Find, (RelationshipActions.Relationship, id.Value)),
        Card.Press(SchedulingText.LeaveItOpen, SchedulingActions.LeaveOpen, (RelationshipActions.Relationship, id.Value)));

    /// <summary>To the other: would a time outside their usual hours be fine?</summary>
    public static AdaptiveCard WouldBeFine(Together together, Suggestion suggested, string name, Reader reader)
    {
        (string, string)[] ids = [(RelationshipActions.Relationship, together.Pair.Id.Value), (SchedulingActions.Start, Text(suggested.Start))];
        return Card.Line(
            SchedulingText.WouldBeFine.With(name, reader.Moment(suggested.Start), suggested.Minutes),
            Card.Press(SchedulingText.Fine, SchedulingActions.Fine, ids),
            Card.Press(SchedulingText.RatherNot, SchedulingActions.RatherNot, ids));
    }

    /// <summary>Several at once, each behind its own button.</summary>
    /// <param name="lines">How it came about, if there is something to say.</param>
    public static AdaptiveCard Series(Together together, ImmutableArray<Booking> series, string name, Reader reader, params IEnumerable<string> lines) => Card.Of(
        SchedulingText.SeriesBookedTitle.With(name),
        lines.Select(Card.Text),
        series.Select(one => Card.Press(reader.Moment(one.Start), SchedulingActions.Show, Ids(together, one))));

    private static AdaptiveCard Of(Together together, Booking booking, string sentence, Reader reader) => Card.Of(
        reader.Moment(booking.Start),
        [Card.Text(sentence)],
        Card.Press(SchedulingText.Move, SchedulingActions.Move, Ids(together, booking)),
        Card.Open(SchedulingText.HowItAppears, SchedulingActions.AppearForm, Ids(together, booking)),
        Card.Open(SchedulingText.Cancel, SchedulingActions.CancelForm, Ids(together, booking)),
        Card.Open(SchedulingText.AskAhead, QuestionActions.Ask, (RelationshipActions.Relationship, together.Pair.Id.Value)));

    internal static (string, string)[] Ids(Together together, Booking booking) =>
    [
        (RelationshipActions.Relationship, together.Pair.Id.Value),
        (SchedulingActions.Number, Text(booking.Number)),
        (SchedulingActions.Version, Text(booking.Version)),
    ];
}
