using System.Collections.Immutable;

namespace MentorBot.Domain.Offers;

/// <summary>What a decision about somebody's offer starts from.</summary>
/// <param name="Gone">Offers of theirs that went within the last day: a form that arrives once more must not bring one back.</param>
public sealed record Found(Offer? Current, ImmutableArray<OfferId> Gone)
{
    public Offer? Only(OfferId id) => Current?.Id == id ? Current : null;
}
