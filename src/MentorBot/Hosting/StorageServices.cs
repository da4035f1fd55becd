using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Offers;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Profiles;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Turns;

namespace MentorBot.Hosting;

/// <summary>Rows, sealing, the one door, the outbox and the worker, on whatever row store and key wrapper there are.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<Nudges>()
        .AddSingleton<Decisions>()
        .AddSingleton<DataKeys>()
        .AddSingleton<Sealer>()
        .AddSingleton<DeliveryCounts>()
        .AddSingleton<Postman>()
        .AddSingleton<Worker>()
        .AddSingleton<IProfiles, ProfileRows>()
        .AddSingleton<DialogRows>()
        .AddSingleton<IConversationStates>(provider => provider.GetRequiredService<DialogRows>())
        .AddSingleton<IFallsDue>(provider => provider.GetRequiredService<DialogRows>())
        .AddOfferRows();

    private static IServiceCollection AddOfferRows(this IServiceCollection services) => services
        .AddSingleton<OfferRows>()
        .AddSingleton<IOffers>(provider => provider.GetRequiredService<OfferRows>())
        .AddSingleton<IFallsDue, OffersFallDue>()
        .AddSingleton<MentorRows>()
        .AddSingleton<IMentors>(provider => provider.GetRequiredService<MentorRows>())
        .AddSingleton<IStep>(provider => provider.GetRequiredService<MentorRows>());
}
