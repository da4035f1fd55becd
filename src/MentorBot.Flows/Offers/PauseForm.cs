using AdaptiveCards;
using MentorBot.Domain.Offers;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Offers;

/// <summary>Until which day; four weeks from now is filled in.</summary>
internal static class PauseForm
{
    public const string Day = "day";

    private const int UsualWeeks = 4;

    /// <param name="day">The day that is filled in; null for the one that was chosen before, or the usual one.</param>
    public static Form Ask(Offer offer, LocalDate? day, Instant now, string? wrong)
    {
        var (first, last) = Offering.PauseDays(now, offer.Zone);
        var filledIn = day ?? (offer.State as OfferState.Paused)?.Until ?? first.PlusDays(-1).PlusWeeks(UsualWeeks);
        return new(OfferText.PauseTitle, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Card.Text(OfferText.PauseIntro),
                new AdaptiveDateInput
                {
                    Id = Day,
                    Label = OfferText.PauseDay,
                    Value = Iso(filledIn),
                    Min = Iso(first),
                    Max = Iso(last),
                    IsRequired = true,
                    ErrorMessage = OfferText.PauseError,
                },
            ],
            Card.Submit(OfferText.Pause, OfferActions.Pause, (OfferActions.Offer, offer.Id.Value)),
            Card.Submit(OfferText.NotNow, ActionIds.CloseForm)));
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
