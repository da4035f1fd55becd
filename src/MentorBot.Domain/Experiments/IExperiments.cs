using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Experiments;

/// <summary>Where things to try are kept: what both may read beside the pair under the relationship's key, what is one's own under one's own.</summary>
public interface IExperiments
{
    /// <summary>All that this person may read, what was put away among them; the newest first.</summary>
    Task<ImmutableArray<Experiment>> Of(PersonId reader, RelationshipId relationship, CancellationToken cancellationToken);

    Task<Experiment?> Find(ExperimentAddress address, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster. The pair is null when it is not there any more.</param>
    Task<ExperimentOutcome> Decide(
        ExperimentAddress address, Func<Relationship?, Experiment?, Decision<Experiment, ExperimentOutcome>> decide, CancellationToken cancellationToken);
}
