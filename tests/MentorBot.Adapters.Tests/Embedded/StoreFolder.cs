namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("mentorbot-rows-");

    public string Path => System.IO.Path.Combine(parent.FullName, "data");

    public string File => System.IO.Path.Combine(Path, "rows.db");

    public string Queue => System.IO.Path.Combine(Path, "queue.db");

    public void Dispose() => parent.Delete(recursive: true);
}
