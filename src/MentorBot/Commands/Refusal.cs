using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>Why the bot did not start, or did not do what was typed.</summary>
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

    /// <summary>Why a command was not carried out.</summary>
    public static int Say(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode;
    }
}
