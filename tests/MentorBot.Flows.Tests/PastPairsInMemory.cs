using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

/// <summary>Nobody has ended with anybody.</summary>
internal sealed class PastPairsInMemory : IPastPairs
{
    public Task<ImmutableHashSet<PersonId>> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(ImmutableHashSet<PersonId>.Empty);

    public Task<ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>> All(CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>.Empty);

    public Task AskAgain(PersonId person, PersonId other, CancellationToken cancellationToken) => Task.CompletedTask;
}
