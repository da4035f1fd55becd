using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;

namespace MentorBot.Flows.Tests;

/// <summary>Bundles as they stand. What follows from decisions is only noted.</summary>
internal sealed class BundlesInMemory : Dictionary<PersonId, Bundle>, IBundles
{
    public List<Consequence> Consequences { get; } = [];

    public Bundle Of(PersonId person) => this.GetValueOrDefault(person) ?? Bundle.Of(person);

    public Task<Bundle> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Of(person));

    public Task<Bundle> Decide(PersonId person, Func<Bundle, Decision<Bundle, Bundle>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(Of(person));
        if (decision.Changes)
            this[person] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
