using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;

namespace MentorBot.Storage.LearningStories;

/// <summary>What somebody wrote of their side of the story; and of the other's, what both said is fine together, and no more.</summary>
public sealed class OwnStoryData(ILearningStories stories, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            if ((await stories.Find(pair.Id, cancellationToken)).Story is not { } story)
                continue;
            if (story.Of(person).Words is { } own)
                yield return OwnSection.Of(OwnKind.Story, pair.Id).Says("words", own);
            if (story.Stage == StoryStage.Kept)
                yield return story.Together.Aggregate(OwnSection.Of(OwnKind.JointStory, pair.Id), (section, passage) => section.Says("words", passage));
        }
    }
}
