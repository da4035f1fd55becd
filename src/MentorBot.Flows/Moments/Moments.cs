using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Moments;

/// <summary>Learning moments. Who: anybody. When: "log". Shows: a card that opens the form, and the list to read.</summary>
public static class Moments
{
    public static IServiceCollection AddMoments(this IServiceCollection services) => services.AddSingleton<IFlow, MomentHandler>();
}
