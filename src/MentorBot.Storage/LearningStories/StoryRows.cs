using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.LearningStories;

/// <summary>The story of two people: one row beside the pair, which goes with it.</summary>
public sealed class StoryRows(BesidePair beside, Sealer sealer, MentoringProgramme programme) : ILearningStories
{
    public Task<(Relationship? Pair, LearningStory? Story)> Find(RelationshipId id, CancellationToken cancellationToken) =>
        beside.Find(id, StoryCodec.Key, CodecOf(id), cancellationToken);

    public Task<StoryOutcome> Decide(
        RelationshipId id, Func<Relationship?, LearningStory?, Decision<LearningStory, StoryOutcome>> decide, CancellationToken cancellationToken) =>
        beside.Decide(id, StoryCodec.Key, CodecOf(id), decide, cancellationToken);

    private StoryCodec CodecOf(RelationshipId id) => new(sealer, programme.Tenant, id);
}
