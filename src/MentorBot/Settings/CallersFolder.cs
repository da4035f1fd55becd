namespace MentorBot.Settings;

/// <summary>
/// The folder in which the command was typed. "dotnet run --project" changes into the project's, where data has no place, and
/// only the shell's PWD still tells. Anywhere else PWD may be somebody else's: a service's, or that of a script.
/// </summary>
public static class CallersFolder
{
    public static string Find() => Of(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable("PWD"));

    public static string Of(string current, string? shells) =>
        shells is { Length: > 0 } && Directory.Exists(shells) && File.Exists(Path.Combine(current, "MentorBot.csproj")) ? shells : current;
}
