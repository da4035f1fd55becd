using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Relationships as they stand; nothing follows from a decision but the decision.</summary>
internal sealed class RelationshipsInMemory : Dictionary<RelationshipId, Relationship>, IRelationships
{
    public Task<Relationship?> Find(RelationshipId id, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(id));

    public Task<ImmutableArray<Relationship>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(one => one.IsOf(person)).OrderByDescending(one => one.Begun).ToImmutableArray());

    public Task<RelationshipOutcome> Decide(
        RelationshipId id, Func<Relationship?, Decision<Relationship, RelationshipOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(this.GetValueOrDefault(id));
        if (decision.Changes)
            this[id] = decision.Next!;
        return Task.FromResult(decision.Outcome);
    }
}
