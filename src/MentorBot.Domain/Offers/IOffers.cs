namespace MentorBot.Domain.Offers;

/// <summary>Where offers are kept, one a person.</summary>
public interface IOffers
{
    Task<Offer?> Find(PersonId person, CancellationToken cancellationToken);

    /// <summary>
    /// Decides on the person's offer as it is at that moment; state and consequences are kept together or not at all.
    /// </summary>
    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<OfferOutcome> Decide(PersonId person, Func<Found, Decision<Offer, OfferOutcome>> decide, CancellationToken cancellationToken);
}
