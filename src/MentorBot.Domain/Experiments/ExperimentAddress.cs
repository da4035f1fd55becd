using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Experiments;

/// <summary>Where something to try is found.</summary>
/// <param name="Alone">Whose it is alone; null where both may read it.</param>
public sealed record ExperimentAddress(RelationshipId In, PersonId? Alone, ExperimentId Id);
