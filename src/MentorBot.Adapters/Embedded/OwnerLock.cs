using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Says that a file is ours alone, until disposed. The operating system holds it (flock, or the share mode on Windows), so
/// it ends with the process, however that ends, and there is nothing to clean up after a kill.
/// </summary>
/// <remarks>
/// It is a file of its own beside the guarded one: SQLite's locks belong to the process and are lost when any handle on the
/// database file is closed. It stays when released: who deleted it could let two in, one on the old file and one on a new.
/// </remarks>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream held;

    private OwnerLock(FileStream held) => this.held = held;

    /// <exception cref="RowStoreUnavailableException">Somebody else has it.</exception>
    public static OwnerLock Take(string guarded)
    {
        var path = guarded + ".lock";
        OwnerOnly.Create(path);
        try
        {
            return new OwnerLock(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new RowStoreUnavailableException($"Another MentorBot is using this folder: {Path.GetDirectoryName(guarded)}.", exception)
            {
                Advice = "Stop it first, or give this one a folder of its own.",
            };
        }
    }

    public void Dispose() => held.Dispose();
}
