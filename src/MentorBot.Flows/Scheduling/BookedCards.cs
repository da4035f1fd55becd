using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Scheduling.Wanted;

namespace MentorBot.Flows.Scheduling;

/// <summary>Cards with what is booked, was moved or does not take place.</summary>
public sealed class BookedCards(IAppearances appearances, ICalendars calendars)
{
    /// <summary>As either of the two sees it: whoever chose the time, and the other. With what their own calendar shows of it.</summary>
    public Task<AdaptiveCard> AsItIs(Together together, Booking booking, string name, Reader reader, CancellationToken cancellationToken) =>
        AsItIs(together, booking, null, name, reader, cancellationToken);

    /// <summary>The same, to who says that they met when it is still a while ahead.</summary>
    public Task<AdaptiveCard> StillToCome(Together together, Booking booking, string name, Reader reader, CancellationToken cancellationToken) =>
        AsItIs(together, booking, SchedulingText.StillToCome.With(reader.Day(booking.Start)), name, reader, cancellationToken);

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

    /// <param name="said">An answer to what was pressed; null for none.</param>
    private async Task<AdaptiveCard> AsItIs(Together together, Booking booking, string? said, string name, Reader reader, CancellationToken cancellationToken)
    {
        var appearance = appearances.Find(reader.Person, together.Pair.Id, cancellationToken);
        var reading = calendars.Read(reader.Person, new(booking.Start, booking.End), cancellationToken);
        return Of(together, booking, [said, Sentence(booking, name, reader)], (await appearance).As, isInReach: await reading is CalendarReading.Known, reader);
    }

    private static string Sentence(Booking booking, string name, Reader reader) => (booking.By == reader.Person, booking.Was) switch
    {
        (true, _) => SchedulingText.Booked.With(name, booking.Minutes),
        (_, { } was) => SchedulingText.TheyMoved.With(name, booking.Minutes, reader.Moment(was)),
        _ => SchedulingText.TheyChose.With(name, booking.Minutes),
    };

    private static AdaptiveCard Of(Together together, Booking booking, IEnumerable<string?> sentences, Appearing appears, bool isInReach, Reader reader) => Card.Of(
        reader.Moment(booking.Start),
        [.. sentences.OfType<string>().Select(Card.Text), Card.Text(InCalendar(appears, isInReach))],
        Card.Press(SchedulingText.Move, SchedulingActions.Move, Ids(together, booking)),
        Card.Open(SchedulingText.HowItAppears, SchedulingActions.AppearForm, Ids(together, booking)),
        Card.Open(SchedulingText.Cancel, SchedulingActions.CancelForm, Ids(together, booking)),
        Card.Open(SchedulingText.AskAhead, QuestionActions.Ask, (RelationshipActions.Relationship, together.Pair.Id.Value)),
        appears == Appearing.Nothing || isInReach ? null : Card.Open(SchedulingText.CalendarFile, SchedulingActions.CalendarFile, Ids(together, booking)),
        Card.Press(SessionText.WeMet, SessionActions.WeMet, Ids(together, booking)));

    private static string InCalendar(Appearing appears, bool isInReach) => (appears, isInReach) switch
    {
        (Appearing.Nothing, _) => SchedulingText.InCalendarNothing,
        (_, false) => SchedulingText.InCalendarOutOfReach,
        (Appearing.Invitation, _) => SchedulingText.InCalendarBoth,
        _ => SchedulingText.InCalendarBlock,
    };

    internal static (string, string)[] Ids(Together together, Booking booking) =>
    [
        (RelationshipActions.Relationship, together.Pair.Id.Value),
        (SchedulingActions.Number, Text(booking.Number)),
        (SchedulingActions.Version, Text(booking.Version)),
    ];
}
