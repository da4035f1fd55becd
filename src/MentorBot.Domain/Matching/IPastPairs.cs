using System.Collections.Immutable;

namespace MentorBot.Domain.Matching;

/// <summary>Pairs that ended by choice, who are never introduced again unless both ask for it.</summary>
public interface IPastPairs
{
    /// <summary>With whom this person ended, and not both have asked again since.</summary>
    Task<ImmutableHashSet<PersonId>> Of(PersonId person, CancellationToken cancellationToken);

    /// <summary>The same for everybody, by person.</summary>
    Task<ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>> All(CancellationToken cancellationToken);

    /// <summary>The person asks for the other again, by name. Of a pair that never was, nothing is noted.</summary>
    Task AskAgain(PersonId person, PersonId other, CancellationToken cancellationToken);
}
