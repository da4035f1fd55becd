using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

/// <summary>Who ended with whom, each way.</summary>
internal sealed class PastPairsInMemory : Dictionary<PersonId, ImmutableHashSet<PersonId>>, IPastPairs
{
    public Task<ImmutableHashSet<PersonId>> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(person, []));

    public Task<ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>> All(CancellationToken cancellationToken) => Task.FromResult(this.ToImmutableDictionary());

    public Task AskAgain(PersonId person, PersonId other, CancellationToken cancellationToken) => Task.CompletedTask;
}
