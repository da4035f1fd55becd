using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Embedded;
using MentorBot.Adapters.Graph;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.KeyVault;
using MentorBot.Adapters.Network;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Turns;
using MentorBot.Settings;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MentorBot.Hosting;

/// <summary>
/// What stands behind the ports, by configuration. By default everything durable is on this machine: rows in one SQLite file, the
/// master key in a file of its own, people from a CSV file, a folder of .ics files for each calendar.
/// </summary>
public static class AdapterServices
{
    public const string Rows = "rows.db";
    private const string Queue = "queue.db";
    public const string Key = "master.key";
    private const string Calendars = "calendars";

    /// <summary>Whether the rows belong into the data folder, and none are there. To ask makes none.</summary>
    internal static bool HasNoRowsYet(BotSettings settings) => settings.Services.Storage is null && !File.Exists(Path.Combine(settings.DataFolder, Rows));

    public static IServiceCollection AddAdapters(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings)
        .AddNetwork(settings)
        .AddSingleton<Domain.Roster.IRosterReader, RosterFile>()
        .AddDirectory(settings)
        .AddCalendars(settings)
        .AddMasterKey(settings)
        .AddRows(settings)
        .AddQueue(settings)
        .AddSingleton(provider => (IRowWalk)provider.GetRequiredService<IRowStore>());

    /// <summary>One pool of connections, one identity; and what the bot says to Teams goes over both.</summary>
    private static IServiceCollection AddNetwork(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(_ => new ServiceNetwork());
        services.AddSingleton(TimeProvider.System);
        services.AddHttpClient(Options.DefaultName)

            // They would note the address of every call, with people's ids in it.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => new ResilientHandler(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ServiceNetwork>().Handler))

            // The pool renews its connections by itself, and is everybody's: no client may end it.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        if (settings.Services.App is not { } app)
            return services;
        return services.AddAppCredential(app, settings.Services.Authority).AddSingleton<BotToken>(provider => provider.GetRequiredService<BotTokens>().For);
    }

    private static IServiceCollection AddDirectory(this IServiceCollection services, BotSettings settings) =>
        settings.Services.DirectoryInGraph ? services.AddGraph(settings).AddSingleton<Domain.Directory.IDirectory, GraphDirectory>() : services.AddSingleton<Domain.Directory.IDirectory>(settings.Directory);

    private static IServiceCollection AddCalendars(this IServiceCollection services, BotSettings settings) =>
        settings.Services.CalendarsInGraph ? services.AddGraph(settings).AddSingleton<ICalendars, GraphCalendars>() : services.AddSingleton<ICalendars>(provider => ActivatorUtilities.CreateInstance<FolderCalendars>(provider, Path.Combine(settings.DataFolder, Calendars)));

    /// <summary>Whom the bot signs in as there comes with its identity.</summary>
    private static IServiceCollection AddGraph(this IServiceCollection services, BotSettings settings)
    {
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<GraphService>(provider, settings.Services.Graph));
        return services;
    }

    private static IServiceCollection AddMasterKey(this IServiceCollection services, BotSettings settings) =>
        settings.Services.MasterKey is { } key
        ? services.AddSingleton<IKeyWrapper>(provider => ActivatorUtilities.CreateInstance<VaultKey>(provider, key))
        : services.AddSingleton<IKeyWrapper>(provider => OpenKey(settings, provider));

    private static IServiceCollection AddRows(this IServiceCollection services, BotSettings settings) => settings.Services.Storage is { } account ? services.AddTableRows(account) : services.AddSingleton<IRowStore>(provider =>
    {
        // The key first: it looks whether there are rows already.
        provider.GetRequiredService<IKeyWrapper>();
        return SqliteRowStore.Open(Path.Combine(settings.DataFolder, Rows));
    });

    private static IServiceCollection AddQueue(this IServiceCollection services, BotSettings settings) => services.AddSingleton<IWorkQueue>(provider =>
    {
        if (settings.Services.Storage is { } account)
            return ActivatorUtilities.CreateInstance<StorageWorkQueue>(provider, account);

        // The rows first: whoever has them open has the folder to themselves.
        provider.GetRequiredService<IRowStore>();
        return SqliteWorkQueue.Open(Path.Combine(settings.DataFolder, Queue), provider.GetRequiredService<IClock>());
    });

    /// <summary>A new key is made only where there is no data yet: beside old data it would open none of it.</summary>
    private static KeyFile OpenKey(BotSettings settings, IServiceProvider provider)
    {
        var path = Path.Combine(settings.DataFolder, Key);
        var isLost = !File.Exists(path) && (settings.Services.Storage is null
            ? new FileInfo(Path.Combine(settings.DataFolder, Rows)) is { Exists: true, Length: > 0 }
            : StoredKey.First(provider.GetRequiredService<IRowWalk>(), default).GetAwaiter().GetResult() is not null);
        return (isLost ? KeyFile.Open(path) : KeyFile.OpenOrCreate(path)) switch
        {
            KeyFileOpening.Opened opened => opened.KeyFile,
            KeyFileOpening.Refused refused => throw new CannotStartException(refused.Reason),
            _ => throw new InvalidOperationException(),
        };
    }
}
