namespace MentorBot.Storage.Rows;

/// <summary>What became of a transaction.</summary>
public abstract record Commit
{
    /// <summary>Everything was written and is durable.</summary>
    public sealed record Done : Commit;

    /// <summary>Nothing was written, because the condition of the write at <paramref name="Index"/> did not hold.</summary>
    public sealed record Conflict(int Index) : Commit;
}
