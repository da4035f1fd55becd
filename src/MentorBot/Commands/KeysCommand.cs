using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>
/// For whoever keeps the bot: wraps the data keys with a new master key, writes down whose keys were erased, and erases them again in
/// data put back from a backup. On the embedded store the bot is stopped meanwhile; on a storage account it may run.
/// </summary>
public static class KeysCommand
{
    /// <param name="words">What follows "keys".</param>
    /// <returns>0 when all of it is done.</returns>
    public static async Task<int> Run(BotSettings settings, IReadOnlyList<string> words, string callersFolder)
    {
        Func<IServiceProvider, Task<int>>? work = words switch
        {
            ["rotate"] => Rotate,
            ["tombstones", var file] => services => WriteTombstones(services, Path.GetFullPath(file, callersFolder)),
            ["bury", var file] => services => Bury(services, Path.GetFullPath(file, callersFolder)),
            _ => null,
        };
        if (work is null)
            return Say("Say what to do with the keys: keys rotate, keys tombstones list.txt, or keys bury list.txt.");
        if (words is ["rotate"] && settings.Services is { Storage: not null, MasterKey: null })
            return Say("A bot that runs on a storage account would not notice a new key file. Put the master key into a key vault (KeyVault:Key), and rotate it there.");

        if (words[0] != "bury" && settings.Services.Storage is null && !File.Exists(Path.Combine(settings.DataFolder, AdapterServices.Rows)))
            return Say($"There are no rows in {settings.DataFolder}. Type this where the bot is started, or name its folder with --Data:Folder.");

        try
        {
            await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: false);
            app.Services.GetRequiredService<IRowStore>();
            return await work(app.Services);
        }
        catch (MasterKeyUnavailableException keeper)
        {
            return Say($"{keeper.Message} Type this again then; it goes on where it broke off.");
        }
        catch (RowStoreUnavailableException inUse)
        {
            return Say($"{inUse.Message} If it broke off on the way, type this again: it goes on from there.");
        }
        catch (Exception cannot) when (cannot is CannotStartException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Say(cannot.Message);
        }
    }

    private static async Task<int> Rotate(IServiceProvider services)
    {
        // A vault has its new version already. A key file makes its own, which nobody else has open: the rows are ours alone by now.
        var keyFile = services.GetRequiredService<IKeyWrapper>() as KeyFile;
        keyFile?.BeginRotation();
        var count = new RotationCount();
        try
        {
            await services.GetRequiredService<KeyRotation>().Run(count, CancellationToken.None);
        }
        finally
        {
            Console.WriteLine($"Wrapped anew: {count.Rewrapped}. Under the newest master key already: {count.Current}. Erased, and staying so: {count.Erased}.");
        }

        if (count.Closed.Count > 0)
        {
            var kinds = string.Join(", ", count.Closed.Select(kind => $"{kind.Value} ({kind.Key})"));
            return Say($"Could not be unwrapped, and stay as they are: {kinds}. They were changed, or belong to another master key. Keep the older master key, and put these rows back from a backup; then type this again.");
        }

        keyFile?.FinishRotation();
        Console.WriteLine(keyFile is null
            ? "Before you disable the older version, type this once more, until nothing was left to wrap anew."
            : "The new master key is in its place; back it up, apart from the data. Backups made before open with the older key file alone.");
        return 0;
    }

    private static async Task<int> WriteTombstones(IServiceProvider services, string file)
    {
        if (File.Exists(file))
            return Say($"{file} is there already, and stays as it is. Name another file.");

        // It names people: nobody else may read it. And a list that broke off must not take the place of a whole one.
        var unfinished = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(unfinished);

        var count = 0;
        await using (var writer = new StreamWriter(unfinished, options))
            await foreach (var erased in services.GetRequiredService<ErasedOwners>().All(CancellationToken.None))
            {
                await writer.WriteLineAsync(erased.ToLine());
                count++;
            }

        File.Move(unfinished, file, overwrite: false);
        Console.WriteLine($"{count} erased keys are listed in {file}. It tells ids and times, and nothing else; keep it where the backups are not.");
        return 0;
    }

    private static async Task<int> Bury(IServiceProvider services, string file)
    {
        var all = new List<ErasedOwner>();
        foreach (var (number, line) in (await File.ReadAllLinesAsync(file)).Index())
        {
            if (ErasedOwner.FromLine(line) is not { } erased)
                return Say($"{file}, line {number + 1}: this is not a line of a list that \"keys tombstones\" wrote. Nothing was erased.");
            all.Add(erased);
        }

        var count = 0;
        foreach (var erased in all)
            if (await services.GetRequiredService<ForgetAgain>().Run(erased, CancellationToken.None))
                count++;

        Console.WriteLine($"Erased again: {count} of {all.Count}. The people among them are forgotten again as soon as the bot runs: start it now.");
        return 0;
    }

    private static int Say(string reason)
    {
        Console.Error.WriteLine(reason);
        return Refusal.ExitCode;
    }
}
