using System.Collections.Immutable;

namespace MentorBot.Domain.Relationships;

/// <summary>Where relationships are kept: whatever the two write lies in a partition of its own, under a key of its own.</summary>
public interface IRelationships
{
    Task<Relationship?> Find(RelationshipId id, CancellationToken cancellationToken);

    /// <summary>All that this person is in, those that have ended and are not erased yet among them; the newest first.</summary>
    Task<ImmutableArray<Relationship>> Of(PersonId person, CancellationToken cancellationToken);

    /// <summary>Decides on the relationship as it is at that moment; state and consequences are kept together or not at all.</summary>
    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<RelationshipOutcome> Decide(RelationshipId id, Func<Relationship?, Decision<Relationship, RelationshipOutcome>> decide, CancellationToken cancellationToken);
}
