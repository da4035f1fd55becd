using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

internal sealed class PastPairsInMemory : IPastPairs
{
    /// <summary>Pairs that ended by choice.</summary>
    public List<(PersonId One, PersonId Other)> Ended { get; } = [];

    /// <summary>Who asked for whom again.</summary>
    public List<(PersonId Person, PersonId Other)> Again { get; } = [];

    public Task<ImmutableHashSet<PersonId>> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Ended
        .Where(pair => !(Again.Contains(pair) && Again.Contains((pair.Other, pair.One))))
        .SelectMany(pair => pair.One == person ? [pair.Other] : pair.Other == person ? [pair.One] : Array.Empty<PersonId>())
        .ToImmutableHashSet());

    public async Task<ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>> All(CancellationToken cancellationToken)
    {
        var all = ImmutableDictionary.CreateBuilder<PersonId, ImmutableHashSet<PersonId>>();
        foreach (var person in Ended.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct())
            all[person] = await Of(person, cancellationToken);
        return all.ToImmutable();
    }

    public Task AskAgain(PersonId person, PersonId other, CancellationToken cancellationToken)
    {
        Again.Add((person, other));
        return Task.CompletedTask;
    }
}
