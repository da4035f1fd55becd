using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Requests;

/// <summary>
/// Asking for somebody to talk with. Who: anybody, for themselves. When: "ask" is typed or "Find me someone" or "We found each
/// other" pressed, until both said yes or it is withdrawn.
/// Shows: the notice, the form, the card that follows the request, the people to choose from; a line to forward to who is not here yet.
/// </summary>
public static class Requests
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<Reasons>()
        .AddSingleton<ChoiceCards>()
        .AddSingleton<InvitationCards>()
        .AddSingleton<RequestCards>()
        .AddSingleton<RequestForms>()
        .AddSingleton<InvitationForms>()
        .AddSingleton<RequestStandings>()
        .AddSingleton<OwnRequests>()
        .AddSingleton<InvitedHere>()
        .AddSingleton<IFlow, RequestHandler>()
        .AddSingleton<IFlow, ChoiceHandler>()
        .AddSingleton<IFlow, InvitationHandler>();
}
