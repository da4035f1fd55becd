namespace MentorBot.Adapters.Embedded;

/// <summary>Files (0600) and folders (0700) that nobody but their owner may open; on Windows the folder's own list decides.</summary>
public static class OwnerOnly
{
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderRights = FileRights | UnixFileMode.UserExecute;

    /// <summary>A folder that is there already keeps its rights: it may be anybody's, the home folder, say.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderRights);
    }

    /// <summary>Creates the file, empty, unless it is there; then it only loses the rights of others.</summary>
    public static void Create(string path)
    {
        if (File.Exists(path))
        {
            Tighten(path);
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileRights;
        new FileStream(path, options).Dispose();
    }

    /// <summary>Takes a file from everybody else, if it is there.</summary>
    public static void Tighten(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, FileRights);
    }
}
