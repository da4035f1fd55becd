using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Matching;

/// <summary>
/// Being asked. Who: whoever was chosen or invited. When: somebody chose them, until they answer or the date passes.
/// Shows: the question, what there is to know before an answer, the one reminder.
/// </summary>
public static class Matching
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddSingleton<MatchingCards>()
        .AddSingleton<IFlow, MatchingHandler>();
}
