namespace MentorBot.Domain.Evaluations;

/// <summary>The answer to whoever sends or takes back what they wrote.</summary>
public abstract record LookBackOutcome
{
    /// <summary>It waits for others.</summary>
    public sealed record Waits(Waiting Now) : LookBackOutcome;

    /// <summary>Nothing of theirs waits (any more).</summary>
    /// <param name="WasThere">Whether something did until now.</param>
    public sealed record Nothing(bool WasThere) : LookBackOutcome;

    /// <summary>What waits is not what they had before their eyes.</summary>
    public sealed record ChangedMeanwhile(Waiting? Now) : LookBackOutcome;
}
