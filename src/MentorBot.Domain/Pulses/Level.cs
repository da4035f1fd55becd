namespace MentorBot.Domain.Pulses;

/// <summary>How finely figures are shown; each level is the one before, cut once more. Stored by name.</summary>
public enum Level
{
    Nothing,
    Everyone,
    ByRole,

    /// <summary>Also by how long the relationship had lasted; never by both at once.</summary>
    ByAge,
}
