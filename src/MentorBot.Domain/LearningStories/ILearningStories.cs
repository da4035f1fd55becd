using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.LearningStories;

/// <summary>Where the stories of two people are kept: beside the pair, under the relationship's key, and erased with it.</summary>
public interface ILearningStories
{
    /// <summary>The pair is null when it is not there (any more), the story before anybody wrote.</summary>
    Task<(Relationship? Pair, LearningStory? Story)> Find(RelationshipId id, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster, or the relationship changed meanwhile.</param>
    Task<StoryOutcome> Decide(RelationshipId id, Func<Relationship?, LearningStory?, Decision<LearningStory, StoryOutcome>> decide, CancellationToken cancellationToken);
}
