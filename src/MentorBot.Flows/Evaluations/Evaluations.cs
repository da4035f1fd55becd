using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Evaluations;

/// <summary>
/// Looking back. Who: the two of a relationship that is finished, each alone; what people wrote is read by those who wrote and by
/// coordinators. When: "Look back" is pressed on the card that says that it is finished. Shows: words in forms only, mixed.
/// </summary>
public static class Evaluations
{
    public static IServiceCollection AddEvaluations(this IServiceCollection services) => services.AddSingleton<IFlow, LookBackHandler>();
}
