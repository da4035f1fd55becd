using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Sessions;

/// <summary>The conversation itself. Who: the two of a relationship. When: from ten minutes before it to the next morning. Shows: the card with the four phases.</summary>
public static class Sessions
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<BetweenTwo>()
        .AddSingleton<SessionCards>()
        .AddSingleton<IFlow, SessionHandler>()
        .AddSingleton<IFlow, GoneQuietHandler>();
}
