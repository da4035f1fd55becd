using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>What people wrote when they looked back; a test says when it is shown.</summary>
internal sealed class EvaluationsInMemory : IEvaluations
{
    private readonly Dictionary<(PersonId, RelationshipId), Waiting> waiting = [];
    private readonly HashSet<(PersonId, RelationshipId)> shown = [];

    public List<Released> All { get; } = [];

    public IReadOnlyCollection<Waiting> Waiting => waiting.Values;

    public Task<Waiting?> Find(PersonId person, RelationshipId about, CancellationToken cancellationToken) => Task.FromResult(waiting.GetValueOrDefault((person, about)));

    public Task<ImmutableArray<Waiting>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Waiting>>([.. waiting.Values.Where(one => one.Person == person)]);

    public Task<LookBackOutcome> Decide(
        PersonId person, RelationshipId about, Func<Waiting?, DateTimeZone, Decision<Waiting, LookBackOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(waiting.GetValueOrDefault((person, about)), DateTimeZone.Utc);
        if (decision is { Changes: true, Next: { } next })
            waiting[(person, about)] = next;
        else if (decision.Changes)
            waiting.Remove((person, about));
        return Task.FromResult(decision.Outcome);
    }

    public Task<bool> IsShown(PersonId person, RelationshipId about, CancellationToken cancellationToken) => Task.FromResult(shown.Contains((person, about)));

    public Task<bool> MayRead(PersonId person, CancellationToken cancellationToken) => Task.FromResult(shown.Any(one => one.Item1 == person));

    public Task<ImmutableArray<Released>> Released(CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<Released>>([.. All]);

    /// <summary>It waits no longer; others may read it.</summary>
    public void Shows(PersonId person, RelationshipId about)
    {
        waiting.Remove((person, about));
        shown.Add((person, about));
    }
}
