using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Console;

/// <summary>
/// The coordinators' desk. Who: coordinators and deputies. When: "desk" is typed, its button pressed, or somebody waits (once a day at
/// most). Shows: numbers, who waits and who was found for them, and everybody matched at once.
/// </summary>
public static class Console
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<ThoseWaiting>()
        .AddSingleton<DeskLines>()
        .AddSingleton<DeskCard>()
        .AddSingleton<WaitingCards>()
        .AddSingleton<WaitingDesk>()
        .AddSingleton<ThreeCards>()
        .AddSingleton<WaitingForms>()
        .AddSingleton<CohortCards>()
        .AddSingleton<IFlow, ConsoleHandler>()
        .AddSingleton<IFlow, WaitingHandler>()
        .AddSingleton<IFlow, SuggestHandler>()
        .AddSingleton<IFlow, CohortHandler>();
}
