using System.Globalization;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Embedded;
using MentorBot.Adapters.Identity;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>
/// Plays the stories with the real bot, over real HTTP, each in a folder of its own, and prints who saw what; ends with what lies
/// on disk. Or lets somebody play a person themselves.
/// </summary>
public static class RehearseCommand
{
    private const string OnAzurite = "azurite";

    /// <param name="name">Whom to play in the terminal; null plays the stories.</param>
    /// <param name="storage">"azurite" for table and queue storage on this machine; null for the embedded store.</param>
    /// <returns>0 when every step of every story happened; 130 when it was interrupted.</returns>
    public static async Task<int> Run(BotSettings settings, string? name, string? storage)
    {
        if (settings.Services.App is not null || settings.Services.Storage is not null)
            return Refusal.Print("a rehearsal is played on this machine alone. Type it where no MicrosoftAppId and no storage account is configured.");
        if (storage is not (null or OnAzurite))
            return Refusal.Print($"--storage may be {OnAzurite}, or left out for the embedded store, and is \"{storage}\".");

        // Nobody is asked in earnest here.
        settings = settings with { Programme = settings.Programme with { IndexCleared = true } };
        using var interruption = new Interruption();
        var ended = interruption.Token;
        var folder = Directory.CreateTempSubdirectory("mentorbot-rehearsal-").FullName;
        try
        {
            await using var azurite = storage is null ? null : await AzuriteServer.Start(Path.Combine(folder, OnAzurite), cancellationToken: ended);
            return name is null ? await PlayStories(settings, folder, azurite, ended) : await PlayPerson(Over(azurite, settings, 0), folder, name, ended);
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            // Whatever went wrong, it was in the middle of something.
            return Interruption.ExitCode;
        }
        catch (RehearsalException problem)
        {
            Console.Error.WriteLine($"The rehearsal stopped: {problem.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> PlayStories(BotSettings settings, string folder, AzuriteServer? azurite, CancellationToken ended)
    {
        var happened = 0;
        var rows = new List<RowCount>();
        var typed = new List<Canaries>();
        foreach (var (number, story) in AllStories.InOrder.Index())
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture))).FullName;
            if (number > 0)
                Console.WriteLine($"\n{new string('═', 78)}\n");
            await using (var town = await Start(Over(azurite, settings, number), own, ended))
            {
                // A step is given up where it is; what it still tries meets a bot that is gone.
                happened += await story.In(town).Play(town, Console.Out, forTerminal: !Console.IsOutputRedirected, ended).WaitAsync(ended) ? 1 : 0;
                typed.Add(town.Canaries);
            }

            if (azurite is null)
                rows.AddRange(RowCount.In(Path.Combine(own, AdapterServices.Rows)));
        }

        Console.WriteLine();
        Console.WriteLine($"{happened} of {AllStories.InOrder.Count} stories happened, each in an organisation of its own.{(azurite is null ? " Rows that stay, by table and kind:" : "")}");
        var isClean = azurite is null || await Prove(azurite, typed);
        foreach (var table in rows.GroupBy(count => count.Table).OrderBy(table => table.Key))
            Console.WriteLine($"  {table.Key,-13} {string.Join(" · ", table.GroupBy(count => count.Kind).Select(kind => $"{kind.Key} {kind.Sum(count => count.Rows)}"))}");
        return happened == AllStories.InOrder.Count && isClean ? 0 : 1;
    }

    /// <summary>Ends Azurite, so that its files are complete, and looks for everything that anybody typed in them.</summary>
    private static async Task<bool> Prove(AzuriteServer azurite, List<Canaries> typed)
    {
        await azurite.DisposeAsync();
        var reports = typed.Select(canaries => FolderReport.Of(azurite.Folder, canaries)).ToList();
        var (files, texts) = (reports[0].Files, reports.Sum(report => report.TextsTyped));
        Console.WriteLine($"Azurite kept {files.Length} files with {files.Sum(file => file.Size):N0} bytes.");
        foreach (var report in reports.Where(report => !report.IsClean))
            Console.WriteLine(report);
        if (!reports.TrueForAll(report => report.IsClean))
            return false;
        var isProof = texts > 0 && files.Length > 0;
        Console.WriteLine(isProof ? $"None of the {texts} texts that people typed is in any of them in any encoding." : "So there was nothing to look for, which proves nothing.");
        return isProof;
    }

    private static async Task<int> PlayPerson(BotSettings settings, string folder, string name, CancellationToken ended)
    {
        await using var town = await Start(settings, folder, ended);

        // Whoever reads a line holds on to their thread until there is one.
        await Task.Run(() => new TerminalPlayer(town, Console.In, Console.Out, forTerminal: !Console.IsOutputRedirected).Play(name, ended), ended).WaitAsync(ended);
        return 0;
    }

    /// <summary>Tables and a queue of its own for each story.</summary>
    private static BotSettings Over(AzuriteServer? azurite, BotSettings settings, int story) => azurite is null ? settings : settings with
    {
        Services = settings.Services with
        {
            Storage = new StorageAccount.ByConnectionString(new Secret(azurite.ConnectionString)) { Prefix = string.Create(CultureInfo.InvariantCulture, $"story{story}") },
        },
    };

    private static Task<Town> Start(BotSettings settings, string folder, CancellationToken ended) => Town.Start(
        RehearsedBot.Starting(settings), SampleTown.People(settings.Directory), SampleTown.Options(settings) with { DataFolder = folder }, ended);
}
