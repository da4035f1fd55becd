using System.Reflection;
using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>What may be typed: a command, the words that belong to it, then its options and settings. What nobody would look at is refused.</summary>
public static class CommandLine
{
    /// <summary>How many words follow each, and which options of its own; without a command the bot runs. What follows "pack" it reads itself.</summary>
    private static readonly Dictionary<string, (int Words, string[] Options)> Commands = new(StringComparer.Ordinal)
    {
        [""] = (0, []),
        ["doctor"] = (0, []),
        ["rehearse"] = (0, ["as", "storage"]),
        ["roster"] = (1, []),
        ["keys"] = (2, []),
        ["rows"] = (2, []),
    };

    public static bool AsksForHelp(string[] arguments) =>
        arguments.Any(argument => Is(argument, "--help") || Is(argument, "-h")) || arguments is [var first, ..] && Is(first, "help");

    /// <summary>Behind "pack" it is an option, with another meaning.</summary>
    public static bool AsksForVersion(string[] arguments) => arguments is not ["pack", ..] && arguments.Any(argument => Is(argument, "--version"));

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
        Console.WriteLine("MentorBot rows backup file        writes all rows into the file, sealed as they are");
        Console.WriteLine("MentorBot rows restore file       puts them back into a store that has none");
        Console.WriteLine("MentorBot --version               tells which one this is");
        Console.WriteLine("Settings follow as --Data:Folder x or --Programme:Coordinators:0 ana.lima; docs/operating.md lists them.");
        return 0;
    }

    public static int PrintVersion()
    {
        Console.WriteLine($"MentorBot {typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}");
        return 0;
    }

    /// <summary>What is wrong with it, in one line; null where it can be carried out.</summary>
    public static string? Complaint(string[] arguments)
    {
        var words = WordsOf(arguments);
        var command = words.FirstOrDefault("");
        if (!Commands.TryGetValue(command, out var takes))
            return $"MentorBot does not know the command \"{command}\". Without a command it runs the bot; there are rehearse, roster, keys, rows, pack and doctor besides, and --help tells of each.";
        if (words.Length > 1 + takes.Words)
            return $"MentorBot {command} does not understand \"{words[1 + takes.Words]}\". --help tells what follows it.";

        for (var at = words.Length; at < arguments.Length; at++)
        {
            var option = arguments[at];
            if (command == "roster" && IsApply(option))
                continue;
            if (!IsOption(option))
                return $"MentorBot does not understand \"{option}\" there. Command and file come first, then settings, such as --Data:Folder x.";
            var name = option[2..].Split('=')[0];
            if (!takes.Options.Contains(name, StringComparer.OrdinalIgnoreCase) && !SettingNames.Knows(name))
                return $"MentorBot does not know the option \"--{name}\". {(SettingNames.NearestTo(name, [.. takes.Options, RosterCommand.Apply[2..], "help", "version"]) is { } near ? $"Did you mean --{near}?" : "--help tells of the options, docs/operating.md of the settings.")}";
            if (option.Contains('='))
                continue;
            if (++at == arguments.Length || IsOption(arguments[at]))
                return $"Say what --{name} is to be, as in --{name} x or --{name}=x.";
        }

        return null;
    }

    /// <summary>That a roster is to be taken over: the one option that stands alone.</summary>
    public static bool IsApply(string argument) => Is(argument, RosterCommand.Apply);

    /// <summary>The command and what belongs to it, before any option.</summary>
    public static string[] WordsOf(string[] arguments) => [.. arguments.TakeWhile(argument => !IsOption(argument))];

    private static bool IsOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static bool Is(string argument, string other) => argument.Equals(other, StringComparison.OrdinalIgnoreCase);
}
