namespace MentorBot.Domain.Roster;

/// <summary>The answer to whoever takes a roster over.</summary>
public abstract record RosterOutcome
{
    /// <summary>It stands, as a whole; also where it did before.</summary>
    public sealed record Stands(StandingRoster Now) : RosterOutcome;

    /// <summary>The one that stands is not the one that it was compared with. Nothing changed.</summary>
    public sealed record Changed : RosterOutcome;
}
