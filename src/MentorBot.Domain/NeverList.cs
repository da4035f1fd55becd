using System.Collections.Immutable;

namespace MentorBot.Domain;

/// <summary>
/// People whom somebody would rather not be introduced to. As confidential as words: it shows nothing to a log, a trace or a
/// serializer, is stored sealed under the tenant's key (so that comparing many lists unwraps one key), and answers one question only.
/// </summary>
public sealed class NeverList : IEquatable<NeverList>
{
    public static readonly NeverList Nobody = new([]);

    private readonly ImmutableArray<PersonId> people;

    private NeverList(ImmutableArray<PersonId> people) => this.people = people;

    public bool IsEmpty => people.IsEmpty;

    public static NeverList Of(IEnumerable<PersonId> people) =>
        people.Distinct().OrderBy(person => person.Value, StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } some ? new(some) : Nobody;

    public bool Includes(PersonId person) => people.Contains(person);

    /// <summary>For sealing: null for nobody.</summary>
    public Confidential? ToSeal() => Confidential.From(string.Join('\n', people.Select(person => person.Value)));

#pragma warning disable RS0030 // The ids in it are compared, here and nowhere else (docs/decisions/0006-requests-and-matching.md).
    public static NeverList FromSealed(Confidential? ids) => ids is null ? Nobody : Of(ids.Reveal().Split('\n').Select(id => new PersonId(id)));
#pragma warning restore RS0030

    /// <summary>For the form of whoever wrote it.</summary>
    public ImmutableArray<PersonId> ForItsAuthor() => people;

    public bool Equals(NeverList? other) => other is not null && people.SequenceEqual(other.people);

    public override bool Equals(object? obj) => Equals(obj as NeverList);

    public override int GetHashCode() => 0;

    public override string ToString() => Confidential.Hidden;
}
