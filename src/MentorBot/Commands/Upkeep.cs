using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>What the commands have in common that work on all rows: they have the bot's services, and say in plain words why they cannot.</summary>
internal static class Upkeep
{
    /// <param name="mayBegin">Whether the folder may be without rows.</param>
    public static async Task<int> Run(BotSettings settings, bool mayBegin, Func<IServiceProvider, Task<int>> work)
    {
        if (!mayBegin && AdapterServices.HasNoRowsYet(settings))
            return Refusal.Say($"There are no rows in {settings.DataFolder}. Type this where the bot is started, or name its folder with --Data:Folder.");

        try
        {
            await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: false);
            app.Services.GetRequiredService<IRowStore>();
            return await work(app.Services);
        }
        catch (MasterKeyUnavailableException keeper)
        {
            return Refusal.Say($"{keeper.Message} Type this again then; it goes on where it broke off.");
        }
        catch (RowStoreUnavailableException inUse)
        {
            return Refusal.Say($"{inUse.Message} If it broke off on the way, type this again: nothing is done twice.");
        }
        catch (Exception cannot) when (cannot is CannotStartException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Refusal.Say(cannot.Message);
        }
    }

    /// <summary>Writes a file that nobody else may read; one that broke off does not take the place of a whole one.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public static async Task WriteFile(string file, Func<Stream, Task> write)
    {
        if (Path.Exists(file))
            throw new IOException($"{file} is there already, and stays as it is. Name another file.");

        var unfinished = file + ".new";
        File.Delete(unfinished);
        OwnerOnly.Create(unfinished);
        try
        {
            await using (var stream = File.OpenWrite(unfinished))
                await write(stream);
            File.Move(unfinished, file, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
