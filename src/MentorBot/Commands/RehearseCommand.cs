using System.Globalization;
using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
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
    /// <param name="name">Whom to play in the terminal; null plays the stories.</param>
    /// <returns>0 when every step of every story happened.</returns>
    public static async Task<int> Run(BotSettings settings, string? name)
    {
        // Nobody is asked in earnest here.
        settings = settings with { Programme = settings.Programme with { IndexCleared = true } };
        var folder = Directory.CreateTempSubdirectory("mentorbot-rehearsal-").FullName;
        try
        {
            return name is null ? await PlayStories(settings, folder) : await PlayPerson(settings, folder, name);
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

    private static async Task<int> PlayStories(BotSettings settings, string folder)
    {
        var happened = 0;
        var rows = new List<RowCount>();
        foreach (var (number, story) in AllStories.InOrder.Index())
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture))).FullName;
            if (number > 0)
                Console.WriteLine($"\n{new string('═', 78)}\n");
            await using (var town = await Start(settings, own))
                happened += await story.In(town).Play(town, Console.Out, forTerminal: !Console.IsOutputRedirected) ? 1 : 0;
            rows.AddRange(RowCount.In(Path.Combine(own, AdapterServices.Rows)));
        }

        Console.WriteLine();
        Console.WriteLine($"{happened} of {AllStories.InOrder.Count} stories happened, each in an organisation of its own. Rows that stay, by table and kind:");
        foreach (var table in rows.GroupBy(count => count.Table).OrderBy(table => table.Key))
            Console.WriteLine($"  {table.Key,-13} {string.Join(" · ", table.GroupBy(count => count.Kind).Select(kind => $"{kind.Key} {kind.Sum(count => count.Rows)}"))}");
        return happened == AllStories.InOrder.Count ? 0 : 1;
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
