using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Relationships as they stand. What follows from decisions is only noted.</summary>
internal sealed class RelationshipsInMemory : Dictionary<RelationshipId, Relationship>, IRelationships
{
    public List<Consequence> Consequences { get; } = [];

    public Task<Relationship?> Find(RelationshipId id, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(id));

    public Task<ImmutableArray<Relationship>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(one => one.IsOf(person)).OrderByDescending(one => one.Begun).ToImmutableArray());

    public Task<RelationshipOutcome> Decide(RelationshipId id, Func<Relationship?, Decision<Relationship, RelationshipOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(this.GetValueOrDefault(id));
        if (decision.Changes)
            this[id] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
