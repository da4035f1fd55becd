using MentorBot.Domain.LearningStories;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.LearningStories;

/// <summary>Nobody said anything about the story by the date on the card.</summary>
public sealed class TickStory(ILearningStories stories, IClock clock) : IStep
{
    public string Kind => StoryNotices.Tick;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        stories.Decide(new(subject), (pair, found) => Joining.Tick(pair, found, clock.GetCurrentInstant()), cancellationToken);
}
