using MentorBot.Domain;
using MentorBot.Domain.Offers;

namespace MentorBot.Flows.Tests;

/// <summary>Offers as they stand; nothing follows from a decision but the decision.</summary>
internal sealed class OffersInMemory : Dictionary<PersonId, Offer>, IOffers
{
    /// <summary>What every reading meets.</summary>
    public Exception? Problem { get; set; }

    public Task<Offer?> Find(PersonId person, CancellationToken cancellationToken) => Problem is null ? Task.FromResult(this.GetValueOrDefault(person)) : throw Problem;

    public Task<OfferOutcome> Decide(PersonId person, Func<Found, Decision<Offer, OfferOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(new Found(this.GetValueOrDefault(person), []));
        if (decision.Changes)
            Put(person, decision.Next);
        return Task.FromResult(decision.Outcome);
    }

    private void Put(PersonId person, Offer? offer)
    {
        if (offer is null)
            Remove(person);
        else
            this[person] = offer;
    }
}
