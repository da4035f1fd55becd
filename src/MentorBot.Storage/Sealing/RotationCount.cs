namespace MentorBot.Storage.Sealing;

/// <summary>How far a rotation came, in keys.</summary>
public sealed class RotationCount
{
    private readonly SortedDictionary<string, int> closed = new(StringComparer.Ordinal);

    /// <summary>Now under the current master key.</summary>
    public int Rewrapped { get; internal set; }

    /// <summary>Under it already.</summary>
    public int Current { get; internal set; }

    /// <summary>Tombstones, which stay.</summary>
    public int Erased { get; internal set; }

    /// <summary>By the kind of their owner, those that could not be unwrapped, and stay as they are.</summary>
    public IReadOnlyDictionary<string, int> Closed => closed;

    internal void AddClosed(string kind) => closed[kind] = closed.GetValueOrDefault(kind) + 1;
}
