using MentorBot.Domain.Offers;
using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Offers;

/// <summary>
/// Offering to mentor. Who: anybody, for themselves; a partner for the try-out; coordinators and deputies, who confirm.
/// When: "offer" is typed or "I'd like to mentor" pressed, until the offer is stopped.
/// Shows: the notice, the form, the card that follows the offer, the coordinators' card.
/// </summary>
public static class Offers
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddSingleton<OfferCards>()
        .AddSingleton<OfferForms>()
        .AddSingleton<TryOutPartner>()
        .AddSingleton<ReviewHandler>()
        .AddSingleton<IFlow, OfferHandler>()
        .AddSingleton<IFlow>(provider => provider.GetRequiredService<ReviewHandler>());
}
