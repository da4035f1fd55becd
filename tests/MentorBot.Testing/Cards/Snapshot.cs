using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Cards;

/// <summary>
/// Cards against their checked-in JSON, in the folder <c>Snapshots</c> of the test project that asks. Nothing is ever written unless
/// the environment variable MENTORBOT_UPDATE_SNAPSHOTS is 1.
/// </summary>
public static class Snapshot
{
    public const string UpdateVariable = "MENTORBOT_UPDATE_SNAPSHOTS";

    private static readonly bool Update = Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <param name="actual">What is to be compared.</param>
    /// <param name="name">The file's name without <c>.json</c>.</param>
    /// <param name="callerFile">Given by the compiler.</param>
    public static void Match(JObject actual, string name, [CallerFilePath] string callerFile = "") =>
        new SnapshotFolder(Path.Combine(ProjectOf(callerFile), "Snapshots"), Update).Match(actual, name);

    private static string ProjectOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            if (Directory.EnumerateFiles(folder, "*.csproj").Any())
                return folder;
        throw new DirectoryNotFoundException("No test project is found above the calling source file, as it was when it was compiled.");
    }
}
