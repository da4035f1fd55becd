using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using MentorBot.Storage.Due;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The bot, which dies at a point of its journal; whoever comes after it lives on.</summary>
internal sealed class MortalBot : IRehearsedBot
{
    private readonly RehearsedBot bot;
    private readonly Journal journal;
    private readonly Life life;
    private bool isDisposed;

    private MortalBot(RehearsedBot bot, Journal journal, Life life)
    {
        this.bot = bot;
        this.journal = journal;
        this.life = life;
    }

    public Uri Messages => bot.Messages;

    public IEnumerable<string> LogLines => bot.LogLines;

    public bool HasCrashed => life.IsOver;

    public IServiceProvider Services => bot.Services;

    public static StartBot Starting(BotSettings settings, Journal journal) => async (town, cancellationToken) =>
    {
        // What a dead worker was at becomes free when its lease has passed.
        if (journal.Lives++ > 0)
            town.Clock.Advance(Postman.Lease + Duration.FromSeconds(1));
        var life = new Life();
        var start = RehearsedBot.Starting(settings, builder => MakeMortal(builder, journal, life));
        var bot = (RehearsedBot)await start(town, cancellationToken);
        journal.Steps = bot.Services.GetServices<IStep>().Select(step => step.Kind).ToHashSet(StringComparer.Ordinal);
        return new MortalBot(bot, journal, life);
    };

    public async Task RunUntilIdle(CancellationToken cancellationToken)
    {
        journal.Turns();
        life.IsBeingBroughtToRest = true;
        try
        {
            await bot.RunUntilIdle(cancellationToken);
        }
        finally
        {
            life.IsBeingBroughtToRest = false;
            journal.Turns();
        }
    }

    /// <summary>The operating system closes a dead process's files, and so lets the next one in.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        journal.Doubts += Services.GetRequiredService<DeliveryCounts>().Doubts;
        await bot.DisposeAsync();
    }

    private static void MakeMortal(WebApplicationBuilder builder, Journal journal, Life life)
    {
        Replace<IRowStore>(builder.Services, own => new MortalStore(own, journal, life));
        Replace<IWorkQueue>(builder.Services, own => new MortalQueue(own, life));
        builder.Services.AddSingleton<IStartupFilter>(new TurnsInJournal(journal));
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new LastBreath(journal, life)));
    }

    private static void Replace<T>(IServiceCollection services, Func<T, T> by)
        where T : class
    {
        var own = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(own);
        services.AddSingleton(provider => by((T)own.ImplementationFactory!(provider)));
    }

    private sealed class TurnsInJournal(Journal journal) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, turn) =>
            {
                journal.Turns();
                await turn(context);
                journal.Turns();
            });
            next(app);
        };
    }
}
