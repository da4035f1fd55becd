using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Things to try as they stand. What follows from decisions is only noted.</summary>
internal sealed class ExperimentsInMemory(RelationshipsInMemory relationships) : Dictionary<ExperimentAddress, Experiment>, IExperiments
{
    public List<Consequence> Consequences { get; } = [];

    public Task<ImmutableArray<Experiment>> Of(PersonId reader, RelationshipId relationship, CancellationToken cancellationToken) => Task.FromResult(Values
        .Where(one => one.Address.In == relationship && (one.Address.Alone is null || one.Address.Alone == reader))
        .OrderByDescending(one => one.Begun)
        .ThenByDescending(one => one.Address.Id.Value, StringComparer.Ordinal)
        .ToImmutableArray());

    public Task<Experiment?> Find(ExperimentAddress address, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(address));

    public Task<ExperimentOutcome> Decide(
        ExperimentAddress address, Func<Relationship?, Experiment?, Decision<Experiment, ExperimentOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(relationships.GetValueOrDefault(address.In), this.GetValueOrDefault(address));
        if (decision is { Changes: true, Next: { } next })
            this[address] = next;
        else if (decision.Changes)
            Remove(address);
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
