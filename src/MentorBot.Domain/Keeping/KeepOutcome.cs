namespace MentorBot.Domain.Keeping;

/// <summary>The answer to whoever pressed. What they see next follows from how it stands now.</summary>
public abstract record KeepOutcome
{
    /// <summary>It was done just now.</summary>
    public sealed record Done(Keep Now) : KeepOutcome;

    /// <summary>Nothing to do: pressed twice, on a card from earlier, or it was over; null when there is nothing of the kind (any more).</summary>
    public sealed record AsItIs(Keep? Now) : KeepOutcome;

    /// <summary>The text is another one than they saw. Nothing was kept, and nothing of what they wrote was taken.</summary>
    public sealed record ChangedMeanwhile(Keep Now) : KeepOutcome;

    /// <summary>It cannot be shown or put off any more. What they wrote they may keep for themselves.</summary>
    public sealed record Over(Keep Now) : KeepOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : KeepOutcome;
}
