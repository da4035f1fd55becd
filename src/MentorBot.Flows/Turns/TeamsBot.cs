using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorBot.Flows.Turns;

/// <summary>The bot itself: the SDK's adapter and handler, and what every flow stands on.</summary>
public static class TeamsBot
{
    /// <param name="registration">With an app id, a <see cref="BotToken"/> is needed as well.</param>
    public static IServiceCollection AddTeamsBot(this IServiceCollection services, TeamsRegistration? registration = null) => services
        .AddHttpClient()
        .AddSingleton(registration ?? TeamsRegistration.None)
        .AddSingleton(Authentication)
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

    private static BotFrameworkAuthentication Authentication(IServiceProvider provider)
    {
        var registration = provider.GetRequiredService<TeamsRegistration>();
        var log = provider.GetRequiredService<ILogger<GuardedAuthentication>>();
        var inner = new ConfigurationBotFrameworkAuthentication(
            registration.Settings(),
            registration.IsNone ? null : new TeamsCredentials(registration.AppId, provider.GetRequiredService<BotToken>()),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: log);
        return new GuardedAuthentication(inner, provider.GetRequiredService<MentoringProgramme>().Tenant, registration, log);
    }
}
