using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Testing.Calendars;

/// <summary>A directory of a few people with their zones, for calendars.</summary>
public sealed class EverybodyOf(params IReadOnlyList<Person> people) : IDirectory
{
    /// <summary>Somebody who works from nine to half past five.</summary>
    public static Person Person(PersonId id, string name, string zone) => new(
        id, name, KeyText.Of(id.Value) + "@example.com", "", "", null, [], DateTimeZoneProviders.Tzdb[zone], new WorkingHours(new LocalTime(9, 0), new LocalTime(17, 30)), ["en"]);

    public IReadOnlyList<Person> People => people;

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => Task.FromResult(people.SingleOrDefault(person => person.Id == id));

    public Task<Person?> FindByMail(string mail, CancellationToken cancellationToken) => throw new NotSupportedException("A calendar finds nobody by mail.");

    public Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A calendar searches for nobody by name.");

    public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<PersonId>.Empty);
}
