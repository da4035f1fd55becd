using MentorBot.Domain.Directory;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Notices;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.LearningStories;

/// <summary>Finds the story that a press or a notice is about, as it is now; only for one of the two, and once their conversations are complete.</summary>
public sealed class StoryFinder(ILearningStories stories, IDirectory directory)
{
    public async Task<Answer> With(Turn turn, Submission submission, Func<FoundStory, Task<Answer>> then, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        var me = turn.Actor.Person;
        var (pair, story) = await stories.Find(id, cancellationToken);
        if (pair?.IsOf(me) == false)
            return new Answer.Says(TurnText.NotYours);
        return pair is null || !Writing.IsFor(pair)
            ? new Answer.Says(TurnText.OldCard)
            : await then(new(pair, story ?? LearningStory.Of(pair), me, await directory.NameOf(pair.OtherThan(me), cancellationToken)));
    }

    /// <summary>Null when there is nothing of the kind (any more).</summary>
    public async Task<FoundStory?> Of(Notice notice, CancellationToken cancellationToken)
    {
        var (pair, story) = await stories.Find(StoryNotices.In(notice.Subject).Id, cancellationToken);
        return pair is null || story is null || !Writing.IsFor(pair)
            ? null
            : new(pair, story, notice.Whom, await directory.NameOf(pair.OtherThan(notice.Whom), cancellationToken));
    }
}
