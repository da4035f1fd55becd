using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Domain.Tests.Directory;

/// <summary>A directory written down in lines: "ana under leila speaks pt en".</summary>
internal sealed class SmallOrganisation : IDirectory
{
    private readonly Dictionary<PersonId, Person> people;

    public SmallOrganisation(string lines)
    {
        people = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToDictionary(person => person.Id);
    }

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => Task.FromResult(people.GetValueOrDefault(id));

    /// <summary>Everybody has the address "{name}@example.com".</summary>
    public Task<Person?> FindByMail(string mail, CancellationToken cancellationToken) => Task.FromResult(mail.EndsWith("@example.com", StringComparison.Ordinal) ? people.GetValueOrDefault(new(mail[..^12])) : null);

    public Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Person>>([.. people.Values.Where(person => text.Length > 0 && person.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).OrderBy(person => person.Name, StringComparer.Ordinal).Take(most)]);

    public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken) => Task.FromResult(LineAbove(id));

    public ImmutableArray<PersonId> LineAbove(PersonId id)
    {
        var line = ImmutableArray<PersonId>.Empty;
        for (var at = people.GetValueOrDefault(id)?.Manager; at is { } manager && !line.Contains(manager); at = people[manager].Manager)
            line = line.Add(manager);
        return line;
    }

    private static Person Read(string line)
    {
        var words = line.Split(' ');
        var under = words.SkipWhile(word => word != "under").Skip(1).Select(word => (PersonId?)new PersonId(word)).FirstOrDefault();
        var languages = words.SkipWhile(word => word != "speaks").Skip(1).DefaultIfEmpty("en");
        return new(new(words[0]), words[0], "", "", "", under, [], DateTimeZone.Utc, new(new(9, 0), new(17, 0)), [.. languages]);
    }
}
