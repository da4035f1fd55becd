using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Pulses;

/// <summary>
/// Check-ins. Who: coordinators launch them, everybody who talks with somebody is asked. When: "check-in" is typed, its button pressed
/// on the desk; invitations and reminders come with the next things, results to all at one moment. Shows: figures over many people on
/// a card, one's own answers in forms only.
/// </summary>
public static class Pulses
{
    public static IServiceCollection AddPulses(this IServiceCollection services) => services
        .AddSingleton<ResultCards>()
        .AddSingleton<IFlow, LaunchHandler>()
        .AddSingleton<IFlow, AskedHandler>()
        .AddSingleton<IFlow, ResultHandler>()
        .AddSingleton<IFlow, OwnHandler>()
        .AddSingleton<IFlow, WordHandler>();
}
