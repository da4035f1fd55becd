using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Keeping;

/// <summary>What the two choose to keep of a conversation. Who: the two. When: from the next morning, seven days. Shows: offer, draft, what was kept.</summary>
public static class Keeping
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) => services
        .AddSingleton<KeepFinder>()
        .AddSingleton<KeepingCards>()
        .AddSingleton<IFlow, DraftHandler>()
        .AddSingleton<IFlow, KeptHandler>()
        .AddSingleton<IFlow, StillToKeep>();
}
