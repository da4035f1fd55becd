using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>The stories of pairs, beside the relationships. What follows from decisions is only noted.</summary>
internal sealed class StoriesInMemory(RelationshipsInMemory relationships) : ILearningStories
{
    private readonly Dictionary<RelationshipId, LearningStory> stories = [];

    public List<Consequence> Consequences { get; } = [];

    public LearningStory this[RelationshipId id] => stories.GetValueOrDefault(id) ?? LearningStory.Of(relationships[id]);

    public Task<(Relationship? Pair, LearningStory? Story)> Find(RelationshipId id, CancellationToken cancellationToken) =>
        Task.FromResult((relationships.GetValueOrDefault(id), stories.GetValueOrDefault(id)));

    public Task<StoryOutcome> Decide(
        RelationshipId id, Func<Relationship?, LearningStory?, Decision<LearningStory, StoryOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(relationships.GetValueOrDefault(id), stories.GetValueOrDefault(id));
        if (decision.Changes)
            stories[id] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
