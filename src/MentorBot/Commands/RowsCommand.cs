using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Rows;

namespace MentorBot.Commands;

/// <summary>For whoever keeps the bot: writes all rows into a file, and puts them back into a store that has none.</summary>
public static class RowsCommand
{
    /// <param name="words">What follows "rows".</param>
    /// <returns>0 when all of it is done.</returns>
    public static Task<int> Run(BotSettings settings, string[] words, string callersFolder) => words switch
    {
        ["backup", var file] => Upkeep.Run(settings, mayBegin: false, services => Backup(services.GetRequiredService<RowBackup>(), Path.GetFullPath(file, callersFolder))),
        ["restore", _] when settings.Services is { Storage: null } && !File.Exists(Path.Combine(settings.DataFolder, AdapterServices.Key)) =>
            Task.FromResult(Refusal.Say($"Put the {AdapterServices.Key} that belongs to this backup into {settings.DataFolder} first: its rows open with that one alone.")),
        ["restore", var file] => Upkeep.Run(settings, mayBegin: true, services => Restore(services.GetRequiredService<RowBackup>(), Path.GetFullPath(file, callersFolder))),
        _ => Task.FromResult(Refusal.Say("Say what to do with the rows: rows backup rows.jsonl, or rows restore rows.jsonl.")),
    };

    private static async Task<int> Backup(RowBackup rows, string file)
    {
        var count = 0;
        await Upkeep.WriteFile(file, async stream => count = await rows.Write(stream, CancellationToken.None));
        Console.WriteLine($"{count} rows are in {file}. What people wrote is sealed in it; who is with whom is not. The master key is not in it: keep the two apart.");
        return 0;
    }

    private static async Task<int> Restore(RowBackup rows, string file)
    {
        await using var stream = File.OpenRead(file);
        if (await rows.Restore(stream, CancellationToken.None) is not { } count)
            return Refusal.Say("There are other rows already, and they stay as they are. Put a backup back where there are none: into another folder (Data:Folder), or under another name (Storage:Prefix).");

        if (count == 0)
        {
            Console.WriteLine($"There was nothing to put back: whatever is in {file} is here.");
            return 0;
        }

        Console.WriteLine($"{count} rows were put back. They open with the master key of then alone: see that it is in its place. Before the bot starts again, erase anew what was erased since: keys bury.");
        return 0;
    }
}
