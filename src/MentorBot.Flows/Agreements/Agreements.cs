using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Agreements;

/// <summary>How the two want to do this. Who: the two. When: from the yes on, at any time. Shows: nine questions, side by side what each shows.</summary>
public static class Agreements
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services.AddSingleton<IFlow, AgreementHandler>();
}
