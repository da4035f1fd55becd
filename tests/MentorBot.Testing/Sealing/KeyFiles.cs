using MentorBot.Adapters.Embedded;

namespace MentorBot.Testing.Sealing;

/// <summary>Master keys in files, for tests in which they open.</summary>
public static class KeyFiles
{
    /// <summary>The one that is there, or a new one.</summary>
    public static KeyFile At(string path) => ((KeyFileOpening.Opened)KeyFile.OpenOrCreate(path)).KeyFile;
}
