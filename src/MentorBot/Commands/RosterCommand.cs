using MentorBot.Domain.Directory;
using MentorBot.Domain.Roster;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Turns;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>Shows what a roster in a file would change, or what to put right in it, by line; and takes it over. The bot is stopped meanwhile.</summary>
public static class RosterCommand
{
    public const string Apply = "--apply";

    /// <param name="file">Null where none was named.</param>
    /// <returns>0 when every line is right, and it was taken over where that was asked for.</returns>
    public static async Task<int> Run(BotSettings settings, string? file, bool applies)
    {
        if (file is null)
            return Refusal.Say("Name the file, as in: roster people.csv. docs/operating.md tells which columns it has.");
        Reader.Speak(Reader.CultureOf(null));
        try
        {
            await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: false);
            app.Services.GetRequiredService<IRowStore>();
            await using var csv = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return await app.Services.GetRequiredService<RosterChecking>().Read(csv, CancellationToken.None) switch
            {
                RosterReading.Good good => await Show(app.Services, good.Roster, file, applies),
                RosterReading.Refused refused => Refuse(refused, file),
                _ => Refusal.ExitCode,
            };
        }
        catch (RowStoreUnavailableException inUse)
        {
            return Refusal.Say($"{inUse.Message} While the bot runs on it, a list can be pasted in the chat: type \"desk\", then Roster. Or stop the bot, type this again, and start it: what there is to send goes out then.");
        }
        catch (Exception cannot) when (cannot is CannotStartException or InvalidDataException)
        {
            return Refusal.Say(cannot.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Say($"{file} cannot be read: {unreadable.Message}");
        }
    }

    private static async Task<int> Show(IServiceProvider services, NewRoster roster, string file, bool applies)
    {
        var (rosters, directory) = (services.GetRequiredService<IRosters>(), services.GetRequiredService<IDirectory>());
        var change = await rosters.Compare(roster, CancellationToken.None);
        var names = new List<string>();
        foreach (var person in change.Asked.Take(RosterWords.Most))
            names.Add(await directory.NameOf(person, CancellationToken.None));
        foreach (var line in RosterWords.Of(change, names))
            Console.WriteLine(line);

        if (!applies)
        {
            Console.WriteLine($"Nothing has changed. To take it over: roster {file} {Apply}");
            return 0;
        }

        if (await rosters.TakeOver(roster, change.Basis, CancellationToken.None) is not RosterOutcome.Stands)
            return Refusal.Say("The list was changed meanwhile. Nothing was taken over; look at it once more.");
        Console.WriteLine("It is taken over. What there is to send goes out when the bot runs.");
        return 0;
    }

    private static int Refuse(RosterReading.Refused refused, string file)
    {
        Console.Error.WriteLine($"{Path.GetFileName(file)} is not taken over; please put these right:");
        foreach (var line in RosterWords.Of(refused.Errors))
            Console.Error.WriteLine($"  {line}");
        return 1;
    }
}
