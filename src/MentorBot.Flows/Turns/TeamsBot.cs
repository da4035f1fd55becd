using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Turns;

/// <summary>The bot itself: the SDK's adapter and handler, and what every flow stands on.</summary>
public static class TeamsBot
{
    public static IServiceCollection AddTeamsBot(this IServiceCollection services) => services
        .AddHttpClient()
        .AddSingleton<ConfigurationBotFrameworkAuthentication>(provider => new(provider.GetRequiredService<IConfiguration>(), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()))
        .AddSingleton<BotFrameworkAuthentication>(provider =>
            new GuardedAuthentication(provider.GetRequiredService<ConfigurationBotFrameworkAuthentication>(), provider.GetRequiredService<MentoringProgramme>().Tenant))
        .AddSingleton<MentorBotAdapter>()
        .AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<MentorBotAdapter>())
        .AddSingleton<IStorage, StateStorage>()
        .AddSingleton<ConversationState>()
        .AddSingleton<ErrorReply>()
        .AddSingleton<TurnReader>()
        .AddSingleton<Routes>()
        .AddSingleton<Conversations>()
        .AddSingleton<Misunderstandings>()
        .AddSingleton<TypedText>()
        .AddSingleton<PeoplePicker>()
        .AddSingleton<PeopleSearch>()
        .AddSingleton<INotices, TeamsNotices>()
        .AddSingleton<IBot, MentorBotHandler>();
}
