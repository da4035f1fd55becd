using System.Reflection;
using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>Why the bot did not start, for whoever started it.</summary>
public static class Refusal
{
    public const int ExitCode = 2;

    public static int Print(SettingsReading.Refused refused)
    {
        Console.Error.WriteLine($"MentorBot cannot start. {(refused.Errors.Length == 1 ? "One setting needs" : $"{refused.Errors.Length} settings need")} a look:");
        foreach (var error in refused.Errors)
            Console.Error.WriteLine($"  {error}");
        return ExitCode;
    }

    public static int Print(string reason)
    {
        Console.Error.WriteLine($"MentorBot cannot start: {reason}");
        return ExitCode;
    }

    public static int PrintUsage()
    {
        Console.WriteLine("MentorBot                         runs the bot");
        Console.WriteLine("MentorBot doctor                  checks a configured bot from inside, and says what to do about what fails");
        Console.WriteLine("MentorBot rehearse                plays stories with it, and prints who saw what");
        Console.WriteLine("MentorBot rehearse --as Ana       lets you play one of the people");
        Console.WriteLine("MentorBot rehearse --storage azurite   the same, on table and queue storage as in Azure, which Node runs on this machine");
        Console.WriteLine("MentorBot roster people.csv       shows what this list of people would change; with --apply takes it over");
        Console.WriteLine("MentorBot pack --app-id x --domain y --out app.zip   makes the package that is uploaded to Teams");
        Console.WriteLine("MentorBot keys rotate             wraps every data key with the newest master key, and can be typed again where it broke off");
        Console.WriteLine("MentorBot keys tombstones list    writes into the file list whose keys were erased; keep it apart from the backups");
        Console.WriteLine("MentorBot keys bury list          erases them again, in data put back from a backup");
        Console.WriteLine("MentorBot rows backup file        writes all rows into the file, sealed as they are; the bot is stopped meanwhile");
        Console.WriteLine("MentorBot rows restore file       puts them back into a store that has none");
        Console.WriteLine("MentorBot --version               tells which one this is");
        Console.WriteLine("Settings follow as --Data:Folder x or --Programme:Coordinators:0 ana.lima; docs/operating.md lists them.");
        return 0;
    }

    public static int PrintVersion()
    {
        Console.WriteLine($"MentorBot {typeof(Refusal).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}");
        return 0;
    }

    /// <summary>Why a command was not carried out.</summary>
    public static int Say(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode;
    }
}
