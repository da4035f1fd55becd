using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Experiments;

/// <summary>Something small to try. Who: the two of a relationship. When: at any time. Shows: forms; one reminder, if asked for.</summary>
public static class Experiments
{
    public static IServiceCollection AddExperiments(this IServiceCollection services) => services.AddSingleton<IFlow, ExperimentHandler>();
}
