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

    public static Form Ask(Offer offer, Instant now, string? wrong)
    {
        var today = now.InZone(offer.Zone).Date;
        return new(OfferText.PauseTitle, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Card.Text(OfferText.PauseIntro),
                new AdaptiveDateInput
                {
                    Id = Day,
                    Label = OfferText.PauseDay,
                    Value = Iso(today.PlusWeeks(UsualWeeks)),
                    Min = Iso(today.PlusDays(1)),
                    Max = Iso(today.PlusYears(1)),
                    IsRequired = true,
                    ErrorMessage = OfferText.PauseError,
                },
            ],
            Card.Submit(OfferText.Pause, OfferActions.Pause, (OfferActions.Offer, offer.Id.Value)),
            Card.Submit(OfferText.NotNow, ActionIds.CloseForm)));
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
