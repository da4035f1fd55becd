using MentorBot.Adapters.Embedded;
using MentorBot.Adapters.KeyVault;
using MentorBot.Adapters.Network;
using MentorBot.Domain.Scheduling;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Hosting;

/// <summary>
/// What stands behind the ports, by configuration. By default everything durable is on this machine: rows in one SQLite file, the
/// master key in a file of its own, people from a CSV file, a folder of .ics files for each calendar.
/// </summary>
public static class AdapterServices
{
    public const string Rows = "rows.db";
    private const string Key = "master.key";
    private const string Calendars = "calendars";

    public static IServiceCollection AddAdapters(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => new ServiceNetwork())
        .AddSingleton<Domain.Roster.IRosterReader, RosterFile>()
        .AddDirectory(settings)
        .AddCalendars(settings)
        .AddMasterKey(settings)
        .AddRows(settings)
        .AddSingleton(provider => (IRowWalk)provider.GetRequiredService<IRowStore>());

    private static IServiceCollection AddDirectory(this IServiceCollection services, BotSettings settings) =>
        settings.Services.DirectoryInGraph ? throw NotYet("Directory:Kind") : services.AddSingleton<Domain.Directory.IDirectory>(settings.Directory);

    private static IServiceCollection AddCalendars(this IServiceCollection services, BotSettings settings) =>
        settings.Services.CalendarsInGraph ? throw NotYet("Calendars:Kind") : services.AddSingleton<ICalendars>(provider => ActivatorUtilities.CreateInstance<FolderCalendars>(provider, Path.Combine(settings.DataFolder, Calendars)));

    private static IServiceCollection AddMasterKey(this IServiceCollection services, BotSettings settings) =>
        settings.Services.MasterKey is { } key
        ? services.AddSingleton<IKeyWrapper>(provider => ActivatorUtilities.CreateInstance<VaultKey>(provider, key))
        : services.AddSingleton<IKeyWrapper>(_ => OpenKey(settings.DataFolder));

    private static IServiceCollection AddRows(this IServiceCollection services, BotSettings settings) => settings.Services.Storage is not null ? throw NotYet("Storage:Kind") : services.AddSingleton<IRowStore>(provider =>
    {
        // The key first: it looks whether there are rows already.
        provider.GetRequiredService<IKeyWrapper>();
        return SqliteRowStore.Open(Path.Combine(settings.DataFolder, Rows));
    });

    private static CannotStartException NotYet(string setting) => new($"{setting}: this version knows only what is on this machine.");

    /// <summary>A new key is made only where there are no rows yet: beside old rows it would open none of them.</summary>
    private static KeyFile OpenKey(string folder)
    {
        var path = Path.Combine(folder, Key);
        var opening = File.Exists(Path.Combine(folder, Rows)) && !File.Exists(path) && new FileInfo(Path.Combine(folder, Rows)).Length > 0
            ? KeyFile.Open(path)
            : KeyFile.OpenOrCreate(path);
        return opening switch
        {
            KeyFileOpening.Opened opened => opened.KeyFile,
            KeyFileOpening.Refused refused => throw new CannotStartException(refused.Reason),
            _ => throw new InvalidOperationException(),
        };
    }
}
