using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Moments;

/// <summary>Where moments are kept: the author's own under their own key, and a copy in each relationship that they chose, under its key.</summary>
public interface IMoments
{
    /// <summary>A person's own; the newest first.</summary>
    Task<ImmutableArray<Moment>> Of(PersonId author, CancellationToken cancellationToken);

    /// <summary>Copies of both in this relationship; the newest first.</summary>
    Task<ImmutableArray<Moment>> In(RelationshipId relationship, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<MomentOutcome> Decide(PersonId author, MomentId id, Func<Moment?, Decision<Moment, MomentOutcome>> decide, CancellationToken cancellationToken);
}
