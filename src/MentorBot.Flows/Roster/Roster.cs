using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Roster;

/// <summary>
/// The coordinators' list of whom the programme has in view. Who: coordinators and deputies take one over; who is thought of as a
/// mentor is asked, once ever. When: from the desk; the question comes with the next things, or is the first that somebody sees of the
/// bot. Shows: what would change, before anything does; or what to put right, by line.
/// </summary>
public static class Roster
{
    public static IServiceCollection AddRoster(this IServiceCollection services) => services
        .AddSingleton<AskCards>()
        .AddSingleton<IFlow, RosterHandler>();
}
