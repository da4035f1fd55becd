namespace MentorBot.Doctoring;

/// <summary>Whether a folder that may not be there yet can be made and written to. Tried in the nearest one above it, with a file that is gone again.</summary>
internal static class NewFolder
{
    /// <returns>What is in the way; null where nothing is.</returns>
    public static Diagnosis? Obstacle(string folder)
    {
        var nearest = folder;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } above)
            nearest = above;
        try
        {
            using var probe = new FileStream(Path.Combine(nearest, $".{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            return new Diagnosis.Failed(
                $"there is none yet in {folder}, and none can be made: {nearest} is {(File.Exists(nearest) ? "a file, and no folder" : "a folder in which this account may not write")}.",
                "Name another folder in Data:Folder, or let this account write there. Until then the bot does not start.");
        }
    }
}
