using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Sessions;

/// <summary>The card for the conversation, as one of the two has it before them. Never a word that anybody wrote.</summary>
public sealed class SessionCards(IDirectory directory)
{
    /// <summary>The card as it is now, and what becomes of it.</summary>
    /// <param name="line">What is said at the top in answer to a press; null for what is said there anyway.</param>
    /// <returns>Null when this person has no such card.</returns>
    public async Task<NoticeCard?> At(Together together, CardSeen card, Reader reader, Instant now, string? line, CancellationToken cancellationToken)
    {
        if (together.Meetings.Session is not { } session || card.Number > session.Number)
            return null;
        if (card.Number < session.Number)
            return new(Closed(together, card.Number, mayHaveMet: false), CardLife.Over);
        if (session.SeatOf(reader.Person) is not { } seat || seat.Card < card.Card || card.Card < 1)
            return null;
        if (seat.Card > card.Card)
            return new(Card.Newer(), CardLife.Over);
        if (session.Ending is { } ending)
            return new(Ended(together, session, ending, reader), CardLife.Over);

        var other = await directory.Find(together.Pair.OtherThan(reader.Person), cancellationToken);
        var sight = new Sight(together, session, seat, other?.Name ?? together.Pair.OtherThan(reader.Person).Value, other?.Mail, now);
        return new(seat.JustPrompts ? PhaseCards.AllFour(sight) : PhaseCards.One(sight, line), CardLife.Follows);
    }

    /// <summary>By how much somebody comes later.</summary>
    public static AdaptiveCard HowMuchLater(Together together, Session session, Seat seat, string name) => Card.Of(
        SessionText.YouAnd.With(name),
        [Card.Text(SessionText.HowMuchLater.With(name))],
        [
            .. Conducting.LateBy.Select(minutes => Card.Press(
                SessionText.Minutes.With(minutes), SessionActions.LateBy, [.. PhaseCards.Ids(together, session, seat), (SessionActions.Minutes, minutes.ToString(CultureInfo.InvariantCulture))])),
            Card.Open(SessionText.CannotMakeIt, SchedulingActions.CancelForm, PhaseCards.Numbered(together, session.Number)),
            Card.Press(SessionText.NotLate, SessionActions.Show, PhaseCards.Ids(together, session, seat)),
        ]);

    public static AdaptiveCard Met(Together together, int number, Phase phase) => Card.Line(
        SessionText.Met, AfterMeeting(together, number, phase));

    private static AdaptiveAction[] AfterMeeting(Together together, int number, Phase phase) =>
    [
        BookTheNext(together),
        Card.Open(SessionText.NoteSomething, NoteActions.Write, [.. PhaseCards.Numbered(together, number), (SessionActions.Phase, phase.ToString())]),
    ];

    private static AdaptiveCard Ended(Together together, Session session, SessionEnding ending, Reader reader) => ending switch
    {
        SessionEnding.Done when together.Meetings.Next is { } next => Card.Of(
            SessionText.NextTimeTitle, [Card.Text(SessionText.NextTimeIsBooked.With(reader.Day(next.Start)))]),
        SessionEnding.Done => Card.Of(
            SessionText.NextTimeTitle,
            [Card.Text(SessionText.NextTime)],
            BookTheNext(together),
            Card.Press(SessionText.NotNow, SessionActions.NotNow, PhaseCards.Numbered(together, session.Number))),
        SessionEnding.Overnight => Closed(together, session.Number, mayHaveMet: !session.IsTouched),
        SessionEnding.WeMet => Card.Line(SessionText.TheyMet, AfterMeeting(together, session.Number, session.Phase)),
        _ => Card.Settled(),
    };

    private static AdaptiveCard Closed(Together together, int number, bool mayHaveMet) => Card.Line(
        SessionText.Closed,
        Card.Open(SessionText.ReadOurNotes, NoteActions.ReadAll, PhaseCards.Numbered(together, number)),
        BookTheNext(together),
        mayHaveMet ? Card.Press(SessionText.WeMet, SessionActions.WeMet, PhaseCards.Numbered(together, number)) : null);

    private static AdaptiveAction BookTheNext(Together together) =>
        Card.Press(SessionText.BookTheNext, SchedulingActions.Find, (RelationshipActions.Relationship, together.Pair.Id.Value));
}
