using System.Collections.Frozen;
using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;

namespace MentorBot.Adapters.Embedded;

/// <summary>The directory of the embedded default: everybody in people.csv, held in memory. Read once, at start, by <see cref="PeopleFile"/>.</summary>
public sealed class CsvDirectory : IDirectory
{
    private readonly FrozenDictionary<PersonId, Person> byId;

    internal CsvDirectory(ImmutableArray<Person> people)
    {
        People = people;
        byId = people.ToFrozenDictionary(person => person.Id);
    }

    /// <summary>Everybody, in the order of the file.</summary>
    public ImmutableArray<Person> People { get; }

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => Task.FromResult(byId.GetValueOrDefault(id));

    /// <summary>The file has no circle of managers, so this ends.</summary>
    public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken)
    {
        var line = ImmutableArray.CreateBuilder<PersonId>();
        for (var manager = byId.GetValueOrDefault(id)?.Manager; manager is { } above; manager = byId.GetValueOrDefault(above)?.Manager)
            line.Add(above);
        return Task.FromResult(line.ToImmutable());
    }
}
