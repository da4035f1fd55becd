using NodaTime;

namespace MentorBot.Domain.Offers;

/// <summary>Somebody's offer to mentor; a person has one at most.</summary>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="Zone">The zone of the person offering, in which days are counted.</param>
public sealed record Offer(OfferId Id, PersonId Person, int Revision, OfferForm Form, OfferState State, DateTimeZone Zone)
{
    /// <summary>When something happens by itself; null when nothing does.</summary>
    public Instant? NextDue => State switch
    {
        OfferState.Kept kept => kept.EraseAt,
        OfferState.TryingOut trying => trying.RemindAt ?? trying.EraseAt,
        OfferState.Waiting waiting => waiting.By,
        OfferState.Paused paused => paused.EndsAt,
        _ => null,
    };
}
