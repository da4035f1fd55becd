using System.Collections.Frozen;
using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;

namespace MentorBot.Adapters.Embedded;

/// <summary>The directory of the embedded default: everybody in people.csv, held in memory. Read once, at start, by <see cref="PeopleFile"/>.</summary>
public sealed class CsvDirectory : IDirectory
{
    private readonly FrozenDictionary<PersonId, Person> byId;

    /// <summary>Null for an address that several have.</summary>
    private readonly FrozenDictionary<string, Person?> byMail;

    /// <summary>In the order in which they are found. Made at start, so that a search is one pass of comparing text.</summary>
    private readonly ImmutableArray<(string Name, Person Person)> byName;

    internal CsvDirectory(ImmutableArray<Person> people)
    {
        People = people;
        byId = people.ToFrozenDictionary(person => person.Id);
        byMail = people.GroupBy(person => person.Mail, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(same => same.Key, same => same.Count() == 1 ? same.First() : null, StringComparer.OrdinalIgnoreCase);
        byName =
        [
            .. people.Select(person => (Name: PlainName.Of(person.Name), Person: person))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Person.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everybody, in the order of the file.</summary>
    public ImmutableArray<Person> People { get; }

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => Task.FromResult(byId.GetValueOrDefault(id));

    public Task<Person?> FindByMail(string mail, CancellationToken cancellationToken) => Task.FromResult(byMail.GetValueOrDefault(mail));

    public Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken)
    {
        var words = PlainName.WordsOf(text);
        return Task.FromResult(words.IsEmpty ? [] : byName.Where(entry => PlainName.Fits(entry.Name, words)).Take(most).Select(entry => entry.Person).ToImmutableArray());
    }

    /// <summary>The file has no circle of managers, so this ends.</summary>
    public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken)
    {
        var line = ImmutableArray.CreateBuilder<PersonId>();
        for (var manager = byId.GetValueOrDefault(id)?.Manager; manager is { } above; manager = byId.GetValueOrDefault(above)?.Manager)
            line.Add(above);
        return Task.FromResult(line.ToImmutable());
    }
}
