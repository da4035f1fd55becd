namespace MentorBot.Domain.Agreements;

/// <summary>The answer to whoever saved what they noted.</summary>
public abstract record SheetOutcome
{
    public sealed record Kept(Sheet Now) : SheetOutcome;

    /// <summary>The same again.</summary>
    public sealed record AsItIs(Sheet Now) : SheetOutcome;

    /// <summary>It was changed in another window since; nothing was saved, and nothing is lost.</summary>
    public sealed record ChangedMeanwhile(Sheet Now) : SheetOutcome;
}
