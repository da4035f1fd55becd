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
        ["roster"] = (1, [RosterCommand.Apply[2..]]),
        ["keys"] = (2, []),
        ["rows"] = (2, []),
    };

    public static bool AsksForHelp(string[] arguments) =>
        arguments.Any(argument => Is(argument, "--help") || Is(argument, "-h")) || arguments is [var first, ..] && Is(first, "help");

    /// <summary>Behind "pack" it is an option, with another meaning.</summary>
    public static bool AsksForVersion(string[] arguments) => arguments is not ["pack", ..] && arguments.Any(argument => Is(argument, "--version"));

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
            if (!IsOption(option))
                return $"MentorBot does not understand \"{option}\" there. Command and file come first, then settings, such as --Data:Folder x.";
            var name = option[2..].Split('=')[0];
            if (!takes.Options.Contains(name, StringComparer.OrdinalIgnoreCase) && !SettingNames.Knows(name))
                return $"MentorBot does not know the option \"--{name}\". {(SettingNames.NearestTo(name, [.. takes.Options, "help", "version"]) is { } near ? $"Did you mean --{near}?" : "--help tells of the options, docs/operating.md of the settings.")}";
            if (option == RosterCommand.Apply || option.Contains('='))
                continue;
            if (++at == arguments.Length || IsOption(arguments[at]))
                return $"Say what --{name} is to be, as in --{name} x or --{name}=x.";
        }

        return null;
    }

    /// <summary>The command and what belongs to it, before any option.</summary>
    public static string[] WordsOf(string[] arguments) => [.. arguments.TakeWhile(argument => !IsOption(argument))];

    private static bool IsOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static bool Is(string argument, string other) => argument.Equals(other, StringComparison.OrdinalIgnoreCase);
}
