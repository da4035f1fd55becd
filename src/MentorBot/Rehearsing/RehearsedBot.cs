using System.Collections.Concurrent;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Settings;
using MentorBot.Storage.Due;

namespace MentorBot.Rehearsing;

/// <summary>
/// The bot as a town knows it: the same as in a run, with the town's clock, a port of its own, and a worker that is brought to
/// rest step by step.
/// </summary>
public sealed class RehearsedBot : IRehearsedBot
{
    private readonly WebApplication app;
    private readonly LogInMemory log;

    private RehearsedBot(WebApplication app, LogInMemory log)
    {
        this.app = app;
        this.log = log;
        Messages = new Uri(app.Urls.First() + BotEndpoints.Messages);
    }

    public Uri Messages { get; }

    public IEnumerable<string> LogLines => log.Lines;

    /// <summary>For tests: the bot's own parts.</summary>
    public IServiceProvider Services => app.Services;

    /// <param name="change">For tests: what is different.</param>
    public static StartBot Starting(BotSettings settings, Action<WebApplicationBuilder>? change = null) => async (town, cancellationToken) =>
    {
        var log = new LogInMemory();

        // With an app id, the town is the Teams that this bot knows.
        var services = settings.Services.App is null ? settings.Services : settings.Services with { ServiceUrls = [town.ServiceUrl] };
        var app = BotHost.Build(
            settings with { Urls = ["http://127.0.0.1:0"], DataFolder = town.DataFolder, Services = services },
            town.Clock,
            worksInBackground: false,
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(log);
                builder.Services.AddSingleton<IHostLifetime, AsLongAsTheTown>();
                change?.Invoke(builder);
            });
        await app.StartAsync(cancellationToken);
        return new RehearsedBot(app, log);
    };

    public Task RunUntilIdle(CancellationToken cancellationToken) => app.Services.GetRequiredService<Worker>().RunUntilIdle(cancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Ctrl+C is for whoever plays: the bot would end, and the play go on without it.</summary>
    private sealed class AsLongAsTheTown : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class LogInMemory : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IEnumerable<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new InMemory(categoryName, lines);

        public void Dispose()
        {
        }

        private sealed class InMemory(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
