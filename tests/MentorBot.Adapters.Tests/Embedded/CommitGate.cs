using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>Stands in the writer's way just before a commit: counts, holds up, or fails it.</summary>
internal sealed class CommitGate : IDisposable
{
    private readonly ManualResetEventSlim open = new(initialState: true);
    private readonly SemaphoreSlim arrived = new(0);
    private int commits;

    public int Commits => commits;

    public bool Fails { get; set; }

    public void Watch(SqliteConnection writer) => raw.sqlite3_commit_hook(writer.Handle, Pass, null);

    public void Close() => open.Reset();

    public void Open() => open.Set();

    /// <summary>Ends when the next commit has come to the gate.</summary>
    public Task Arrival() => arrived.WaitAsync();

    public void Dispose()
    {
        open.Dispose();
        arrived.Dispose();
    }

    private int Pass(object state)
    {
        Interlocked.Increment(ref commits);
        arrived.Release();
        open.Wait();
        return Fails ? 1 : 0;
    }
}
