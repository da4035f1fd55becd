using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Closing;

/// <summary>
/// Going on, pausing, finishing. Who: the two of a relationship. When: at the number of conversations they had in mind, or whenever one
/// likes. Shows: what each is asked alone, never what the other said.
/// </summary>
public static class Closing
{
    public static IServiceCollection AddClosing(this IServiceCollection services) => services
        .AddSingleton<IFlow, ClosingHandler>()
        .AddSingleton<IFlow, ApartHandler>()
        .AddSingleton<IFlow, PeersHandler>();
}
