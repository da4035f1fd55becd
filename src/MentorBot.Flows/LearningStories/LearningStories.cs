using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.LearningStories;

/// <summary>
/// The story of two people's time together. Who: the two, once their conversations are complete. When: from the card that says so, until
/// all is erased. Shows: to each their own; each other's when both are ready; and what both said is fine together.
/// </summary>
public static class LearningStories
{
    public static IServiceCollection AddLearningStories(this IServiceCollection services) => services
        .AddSingleton<StoryFinder>()
        .AddSingleton<IFlow, WritingHandler>()
        .AddSingleton<IFlow, ReadingHandler>();
}
