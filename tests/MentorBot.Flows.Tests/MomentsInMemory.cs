using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Moments;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Moments as they stand; those shared can be read at once.</summary>
internal sealed class MomentsInMemory : Dictionary<(PersonId, MomentId), Moment>, IMoments
{
    public Task<ImmutableArray<Moment>> Of(PersonId author, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(moment => moment.Author == author).OrderByDescending(moment => moment.At).ToImmutableArray());

    public Task<ImmutableArray<Moment>> In(RelationshipId relationship, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(moment => moment.Shared.Contains(relationship)).OrderByDescending(moment => moment.At).ToImmutableArray());

    public Task<MomentOutcome> Decide(PersonId author, MomentId id, Func<Moment?, Decision<Moment, MomentOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(this.GetValueOrDefault((author, id)));
        if (decision is { Changes: true, Next: { } next })
            this[(author, id)] = next;
        return Task.FromResult(decision.Outcome);
    }
}
