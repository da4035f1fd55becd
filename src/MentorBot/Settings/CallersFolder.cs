namespace MentorBot.Settings;

/// <summary>
/// The folder in which the command was typed. "dotnet run --project" changes into the project's, where data has no place, and
/// only the shell's PWD still tells; without it, the current folder.
/// </summary>
public static class CallersFolder
{
    public static string Find() => Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } pwd && Directory.Exists(pwd) ? pwd : Directory.GetCurrentDirectory();
}
