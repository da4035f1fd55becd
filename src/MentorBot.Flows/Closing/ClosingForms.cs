using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Closing;

/// <summary>Pausing, finishing, a stretch without each other: what it does is said before it is done.</summary>
internal static class ClosingForms
{
    private const int UsualWeeks = 4;

    /// <param name="day">The day that is filled in; null for the usual one.</param>
    public static Form Pause(Relationship pair, LocalDate? day, string name, LocalDate today, string? wrong) => new(ClosingText.PauseTitle, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(ClosingText.PauseIntro.With(name)),
            new AdaptiveDateInput
            {
                Id = ClosingActions.Day,
                Label = ClosingText.PauseDay,
                Value = Iso(day ?? today.PlusWeeks(UsualWeeks)),
                Min = Iso(today.PlusDays(1)),
                Max = Iso(today.PlusYears(1)),
                IsRequired = true,
                ErrorMessage = ClosingText.PauseError,
            },
        ],
        Submit(ClosingText.Pause, ClosingActions.Pause, pair),
        Apart(pair),
        Card.Submit(ClosingText.NotNow, ActionIds.CloseForm)));

    public static Form Finish(Relationship pair, string name, string readableUntil) => new(ClosingText.FinishTitle.With(name), Card.Of(
        null,
        [Card.Text(ClosingText.FinishIntro.With(readableUntil))],
        Submit(ClosingText.LastOne, ClosingActions.LastOne, pair),
        Submit(ClosingText.FinishNow, ClosingActions.Finish, pair),
        Apart(pair),
        Card.Submit(ClosingText.GoOn, ActionIds.CloseForm)));

    public static Form Apart(Relationship pair, int weeks) => new(ClosingText.ApartTitle, Card.Of(
        null,
        [
            Card.Text(ClosingText.ApartIntro),
            Card.Choices(
                ClosingActions.Weeks,
                ClosingText.ApartWeeks,
                Stretch.Lengths.Select(length => (Number(length), ClosingText.Weeks.With(length))),
                [Number(weeks)]),
        ],
        Submit(ClosingText.SuggestIt, ClosingActions.Suggest, pair),
        Card.Submit(ClosingText.NotNow, ActionIds.CloseForm)));

    public static Form Peers(Relationship pair, string name) => new(ClosingText.PeersTitle, Card.Of(
        null,
        [Card.Text(ClosingText.Peers.With(name))],
        Submit(ClosingText.IdLikeThat, ClosingActions.AskPeers, pair),
        Card.Submit(ClosingText.NotNow, ActionIds.CloseForm)));

    /// <summary>Not in a quiet time, which is one already.</summary>
    private static AdaptiveAction? Apart(Relationship pair) =>
        pair.State is RelationshipState.Going { QuietUntil: null } ? Submit(ClosingText.WithoutEachOther, ClosingActions.ApartNext, pair) : null;

    private static AdaptiveAction Submit(string title, string id, Relationship pair) => Card.Submit(title, id, ClosingCards.About(pair));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
