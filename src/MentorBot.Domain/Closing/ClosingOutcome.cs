using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Closing;

/// <summary>The answer to whoever pressed. What they see next follows from how things are now.</summary>
public abstract record ClosingOutcome
{
    /// <summary>It was done just now.</summary>
    public sealed record Done(Relationship Pair, Outlook Now) : ClosingOutcome;

    /// <summary>Nothing to do: pressed twice, on a card from earlier, or the other was faster; null when they are not there (any more).</summary>
    public sealed record AsItIs(Relationship? Pair, Outlook Now) : ClosingOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : ClosingOutcome;
}
