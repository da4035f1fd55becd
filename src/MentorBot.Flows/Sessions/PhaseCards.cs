using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Relationships;

namespace MentorBot.Flows.Sessions;

/// <summary>The card while the conversation is open: one phase at a time, or all four on a quiet one. There is room for six buttons.</summary>
internal static class PhaseCards
{
    private const string CallTo = "https://teams.microsoft.com/l/call/0/0?users=";

    private static readonly Phase[] Phases = Enum.GetValues<Phase>();

    /// <param name="line">At the top, in answer to a press; null for what is to be said anyway.</param>
    public static AdaptiveCard One(Sight sight, string? line)
    {
        var (session, phase) = (sight.Session, sight.Session.Phase);
        var top = line ?? Turned(sight);
        return Card.Of(
            SessionText.YouAnd.With(sight.Name),
            [
                top is null ? null : Card.Text(top),
                Card.Small(SessionText.Frame.With(Name(phase), (int)phase + 1, Minutes(phase, session.Minutes))),
                Card.Text(Purpose(phase)),
                .. Prompts.Of(sight.Together.Meetings, phase).Select(Card.Text),
                session.Noted.Contains(phase) ? Card.Small(SessionText.ThereIsANote) : null,
                HasQuestion(sight) ? Card.Small(SessionText.ThereIsAQuestion.With(sight.Name)) : null,
                session.IsTouched ? null : Card.Small(SessionText.WithoutMe),
            ],
            phase is Phase.Reflect ? Done(sight, phase) : Turn(sight, SessionText.OnTo.With(Name(phase + 1)), phase + 1),
            phase is Phase.Review ? null : Turn(sight, SessionText.Back, phase - 1),
            sight.Together.Meetings.LastBy is not null ? null : Card.Press(SessionText.OtherPrompts, SessionActions.OtherPrompts, [.. Seen(sight), (SessionActions.Draws, Number(sight.Together.Meetings.Deck.Draws[(int)phase]))]),
            Note(sight),
            phase is Phase.Review && Conducting.MayComeLater(session, sight.Now) ? Card.Press(SessionText.ALittleLate, SessionActions.Late, Ids(sight)) : null,
            Join(sight),
            Card.Open(SessionText.More, SessionActions.More, Ids(sight)));
    }

    /// <summary>One prompt each. It stays as it is when the other turns the page.</summary>
    public static AdaptiveCard AllFour(Sight sight) => Card.Of(
        SessionText.YouAnd.With(sight.Name),
        [
            Card.Text(SessionText.AllFour),
            .. Phases.SelectMany(phase => new AdaptiveElement[] { Card.Small(Name(phase)), Card.Text(Prompts.One(sight.Together.Meetings, phase)) }),
        ],
        Done(sight, null),
        Note(sight),
        Card.Press(SessionText.OneAtATime, SessionActions.OneAtATime, Ids(sight)));

    public static string Name(Phase phase) => phase switch
    {
        Phase.Review => SessionText.Review,
        Phase.Learn => SessionText.Learn,
        Phase.Apply => SessionText.Apply,
        _ => SessionText.Reflect,
    };

    public static bool HasQuestion(Sight sight) => sight.Together.Meetings.Questions.Contains(sight.Together.Pair.OtherThan(sight.Seat.Person));

    /// <summary>What a button on this card carries.</summary>
    public static (string, string)[] Ids(Together together, Session session, Seat seat) =>
        [.. Numbered(together, session.Number), (SessionActions.Card, Number(seat.Card))];

    /// <summary>What says which conversation, and no more.</summary>
    public static (string, string)[] Numbered(Together together, int number) =>
        [(RelationshipActions.Relationship, together.Pair.Id.Value), (SessionActions.Number, Number(number))];

    private static (string, string)[] Ids(Sight sight) => Ids(sight.Together, sight.Session, sight.Seat);

    private static (string, string)[] Seen(Sight sight) => [.. Ids(sight), (SessionActions.Phase, sight.Session.Phase.ToString())];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static AdaptiveAction Turn(Sight sight, string title, Phase to) => Card.Press(title, SessionActions.Turn, [.. Seen(sight), (SessionActions.To, to.ToString())]);

    private static AdaptiveAction Done(Sight sight, Phase? seen) =>
        Card.Press(SessionText.WeAreDone, SessionActions.Done, seen is null ? Ids(sight) : Seen(sight));

    private static AdaptiveAction Note(Sight sight) =>
        Card.Open(SessionText.NoteSomething, NoteActions.Write, [.. Numbered(sight.Together, sight.Session.Number), (SessionActions.Phase, sight.Session.Phase.ToString())]);

    /// <summary>Only for what was agreed on: who opened the card alone has nobody who waits for a call.</summary>
    private static AdaptiveOpenUrlAction? Join(Sight sight) => sight is { Session.IsBooked: true, Mail: { } mail }
        ? new() { Title = SessionText.Join, Url = new Uri(CallTo + Uri.EscapeDataString(mail)) }
        : null;

    /// <summary>That the other has turned the page, until one does something oneself.</summary>
    private static string? Turned(Sight sight) => (sight.Session.TurnedBy, sight.Session.Phase) switch
    {
        (null, _) => null,
        var (by, _) when by == sight.Seat.Person => null,
        (_, Phase.Review) => SessionText.TurnedToReview.With(sight.Name, Name(Phase.Review)),
        var (_, phase) => SessionText.Turned.With(sight.Name, Name(phase)),
    };

    private static string Purpose(Phase phase) => phase switch
    {
        Phase.Review => SessionText.ReviewPurpose,
        Phase.Learn => SessionText.LearnPurpose,
        Phase.Apply => SessionText.ApplyPurpose,
        _ => SessionText.ReflectPurpose,
    };

    /// <summary>How long a phase may take, by the length of the whole. Review has a third of its time to arrive.</summary>
    private static int Minutes(Phase phase, int whole) => (phase, whole) switch
    {
        (Phase.Review, >= 60) => 15,
        (Phase.Review, >= 45) => 11,
        (Phase.Review, >= 30) => 8,
        (Phase.Review, _) => 5,
        (Phase.Learn, >= 60) => 25,
        (Phase.Learn, >= 45) => 19,
        (Phase.Learn, >= 30) => 12,
        (Phase.Learn, _) => 9,
        (Phase.Apply, >= 60) => 10,
        (Phase.Apply, >= 45) => 8,
        (Phase.Apply, >= 30) => 5,
        (Phase.Apply, _) => 3,
        (_, >= 60) => 8,
        (_, >= 45) => 6,
        (_, >= 30) => 4,
        _ => 3,
    };
}
