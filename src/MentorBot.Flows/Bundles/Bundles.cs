using MentorBot.Domain.Bundles;
using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Bundles;

/// <summary>What is mentioned in no hurry, at most two messages a week, and how much somebody would like to hear. Who: everybody. Shows: the bundle, the form "quiet".</summary>
public static class Bundles
{
    public static IServiceCollection AddBundles(this IServiceCollection services) => services
        .AddSingleton<IMentions, MentionsNow>()
        .AddSingleton<IFlow, BundleHandler>();
}
