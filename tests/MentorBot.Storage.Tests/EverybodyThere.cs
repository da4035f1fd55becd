using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Storage.Tests;

/// <summary>A directory that knows everybody, but for who left; with the reporting lines that a test gives.</summary>
internal sealed class EverybodyThere : IDirectory
{
    public HashSet<PersonId> Left { get; } = [];

    public Dictionary<PersonId, ImmutableArray<PersonId>> Lines { get; } = [];

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => Task.FromResult(Left.Contains(id)
        ? null
        : new Person(id, id.Value, "", "", "", Lines.TryGetValue(id, out var line) ? line[0] : null, [], DateTimeZone.Utc, new(new(9, 0), new(17, 0)), ["en"]));

    public Task<Person?> FindByMail(string mail, CancellationToken cancellationToken) => throw new NotSupportedException("Storage finds nobody by mail.");

    public Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken) => throw new NotSupportedException("Storage searches for nobody by name.");

    public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken) =>
        Task.FromResult(Lines.TryGetValue(id, out var line) ? line : []);
}
