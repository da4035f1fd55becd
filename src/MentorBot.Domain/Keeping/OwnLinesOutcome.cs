namespace MentorBot.Domain.Keeping;

/// <summary>The answer to whoever saved something for themselves alone.</summary>
public abstract record OwnLinesOutcome
{
    public sealed record Done(OwnLines Now) : OwnLinesOutcome;

    /// <summary>The same again.</summary>
    public sealed record AsItIs(OwnLines Now) : OwnLinesOutcome;

    /// <summary>It was changed in another window since; nothing was saved, and nothing is lost.</summary>
    public sealed record ChangedMeanwhile(OwnLines Now) : OwnLinesOutcome;
}
