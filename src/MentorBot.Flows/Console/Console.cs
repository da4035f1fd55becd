using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Console;

/// <summary>The coordinators' desk. Who: coordinators and deputies. When: "desk" is typed, or its button pressed. Shows: what waits, and numbers.</summary>
public static class Console
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services.AddSingleton<IFlow, ConsoleHandler>();
}
