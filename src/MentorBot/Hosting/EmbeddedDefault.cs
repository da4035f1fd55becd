using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Scheduling;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Hosting;

/// <summary>Everything durable on this machine: rows in one SQLite file, the master key in a file of its own, people from a CSV file, a folder of .ics files for each calendar.</summary>
public static class EmbeddedDefault
{
    public const string Rows = "rows.db";
    private const string Key = "master.key";
    private const string Calendars = "calendars";

    public static IServiceCollection AddEmbeddedDefault(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton<Domain.Directory.IDirectory>(settings.Directory)
        .AddSingleton<Domain.Roster.IRosterReader, RosterFile>()
        .AddSingleton<ICalendars>(provider => ActivatorUtilities.CreateInstance<FolderCalendars>(provider, Path.Combine(settings.DataFolder, Calendars)))
        .AddSingleton<IKeyWrapper>(_ => OpenKey(settings.DataFolder))
        .AddSingleton<IRowStore>(provider =>
        {
            // The key first: it looks whether there are rows already.
            provider.GetRequiredService<IKeyWrapper>();
            return SqliteRowStore.Open(Path.Combine(settings.DataFolder, Rows));
        });

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
