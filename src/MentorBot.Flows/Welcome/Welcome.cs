using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Welcome;

/// <summary>
/// First contact, help, "where am I", greetings. Who: everybody. When: the bot is added, or one of these words is typed.
/// Shows: the welcome (coordinators: their desk), the list of words, a line and buttons for each thing that is going on.
/// </summary>
public static class Welcome
{
    public static IServiceCollection AddWelcome(this IServiceCollection services) => services.AddSingleton<IFlow, WelcomeHandler>();
}
