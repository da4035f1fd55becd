using MentorBot.Adapters.Embedded;
using MentorBot.Settings;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Sealing;

namespace MentorBot.Commands;

/// <summary>
/// For whoever keeps the bot: wraps the data keys with a new master key, writes down whose keys were erased, and erases them again in
/// data put back from a backup. On the embedded store the bot is stopped meanwhile; on a storage account it may run.
/// </summary>
public static class KeysCommand
{
    /// <param name="words">What follows "keys".</param>
    /// <returns>0 when all of it is done.</returns>
    public static async Task<int> Run(BotSettings settings, string[] words, string callersFolder)
    {
        Func<IServiceProvider, Task<int>>? work = words switch
        {
            ["rotate"] => Rotate,
            ["tombstones", var file] => services => WriteTombstones(services, Path.GetFullPath(file, callersFolder)),
            ["bury", var file] => services => Bury(services, Path.GetFullPath(file, callersFolder)),
            _ => null,
        };
        if (work is null)
            return Refusal.Say("Say what to do with the keys: keys rotate, keys tombstones list.txt, or keys bury list.txt.");
        if (words is ["rotate"] && settings.Services is { Storage: not null, MasterKey: null })
            return Refusal.Say("A bot that runs on a storage account would not notice a new key file. Put the master key into a key vault (KeyVault:Key), and rotate it there.");

        return await Upkeep.Run(settings, mayBegin: words[0] == "bury", work);
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
            return Refusal.Say($"Could not be unwrapped, and stay as they are: {kinds}. They were changed, or belong to another master key. Keep the older master key and, where there is one, master.key.next; put these rows back from a backup, or the master key that belongs to them, and type this again.");
        }

        keyFile?.FinishRotation();
        Console.WriteLine(keyFile is null
            ? "Before you disable the older version, type this once more, until nothing was left to wrap anew."
            : "The new master key is in its place; back it up, apart from the data. Backups made before open with the older key file alone.");
        return 0;
    }

    private static async Task<int> WriteTombstones(IServiceProvider services, string file)
    {
        var count = 0;
        await Upkeep.WriteFile(file, async stream =>
        {
            await using var writer = new StreamWriter(stream);
            await foreach (var erased in services.GetRequiredService<ErasedOwners>().All(CancellationToken.None))
            {
                await writer.WriteLineAsync(erased.ToLine());
                count++;
            }
        });
        Console.WriteLine($"{count} erased keys are listed in {file}. It tells ids and times, and nothing else; keep it where the backups are not.");
        return 0;
    }

    private static async Task<int> Bury(IServiceProvider services, string file)
    {
        var all = new List<ErasedOwner>();
        foreach (var (number, line) in (await File.ReadAllLinesAsync(file)).Index())
        {
            if (ErasedOwner.FromLine(line) is not { } erased)
                return Refusal.Say($"{file}, line {number + 1}: this is not a line of a list that \"keys tombstones\" wrote. Nothing was erased.");
            all.Add(erased);
        }

        var count = 0;
        foreach (var erased in all)
            if (await services.GetRequiredService<ForgetAgain>().Run(erased, CancellationToken.None))
                count++;

        Console.WriteLine($"Erased again: {count} of {all.Count}.{(count == 0 ? " The others are erased, or came back since." : " The people among them are forgotten again as soon as the bot runs: start it now.")}");
        return 0;
    }
}
