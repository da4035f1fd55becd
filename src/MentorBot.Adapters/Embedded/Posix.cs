using System.Runtime.InteropServices;
using System.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>The two calls that a durable, exclusive file needs and the runtime does not offer.</summary>
internal static class Posix
{
    private const int AlreadyExists = 17;
    private const int ReadOnly = 0;

    /// <summary>
    /// Gives the file a second name unless that is taken, in one step. A move without overwriting looks first and renames
    /// then, so that of two movers at once the later one would win.
    /// </summary>
    /// <returns>False when the name is taken.</returns>
    public static bool TryLink(string existing, string name)
    {
        if (LinkCall(Terminated(existing), Terminated(name)) == 0)
            return true;
        return Marshal.GetLastPInvokeError() != AlreadyExists ? throw Failure("make", name) : false;
    }

    /// <summary>Makes the names in a folder survive a power cut.</summary>
    public static void SyncFolder(string folder)
    {
        var descriptor = OpenCall(Terminated(folder), ReadOnly);
        if (descriptor < 0)
            throw Failure("open", folder);
        try
        {
            if (SyncCall(descriptor) != 0)
                throw Failure("sync", folder);
        }
        finally
        {
            _ = CloseCall(descriptor);
        }
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    private static IOException Failure(string what, string path) => new($"Could not {what} {path}: {Marshal.GetLastPInvokeErrorMessage()}.");

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int LinkCall(byte[] existing, byte[] name);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int OpenCall(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int SyncCall(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int CloseCall(int descriptor);
}
