using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>
/// Plays the story with the real bot, over real HTTP, in a folder of its own, and prints who saw what; ends with what lies on
/// disk. Or lets somebody play a person themselves.
/// </summary>
public static class RehearseCommand
{
    /// <param name="name">Whom to play in the terminal; null plays the story.</param>
    /// <returns>0 when every step happened.</returns>
    public static async Task<int> Run(BotSettings settings, string? name)
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-rehearsal-").FullName;
        try
        {
            return name is null ? await PlayStory(settings, folder) : await PlayPerson(settings, folder, name);
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

    private static async Task<int> PlayStory(BotSettings settings, string folder)
    {
        bool happened;
        await using (var town = await Start(settings, folder))
            happened = await new OfferingStory(town).Told.Play(town, Console.Out, forTerminal: !Console.IsOutputRedirected);

        Console.WriteLine();
        Console.WriteLine("Rows that stay, by table and kind:");
        foreach (var table in RowCount.In(Path.Combine(folder, EmbeddedDefault.Rows)).GroupBy(count => count.Table))
            Console.WriteLine($"  {table.Key,-9} {string.Join(" · ", table.Select(count => $"{count.Kind} {count.Rows}"))}");
        return happened ? 0 : 1;
    }

    private static async Task<int> PlayPerson(BotSettings settings, string folder, string name)
    {
        await using var town = await Start(settings, folder);
        await new TerminalPlayer(town, Console.In, Console.Out, forTerminal: !Console.IsOutputRedirected).Play(name);
        return 0;
    }

    private static Task<Town> Start(BotSettings settings, string folder) => Town.Start(
        RehearsedBot.Starting(settings), SampleTown.People(settings.Directory), SampleTown.Options(settings) with { DataFolder = folder });
}
