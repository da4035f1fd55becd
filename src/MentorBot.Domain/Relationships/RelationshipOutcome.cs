namespace MentorBot.Domain.Relationships;

/// <summary>The answer to whoever pressed. What they see next follows from the relationship as it is now.</summary>
public abstract record RelationshipOutcome
{
    /// <summary>It was done just now.</summary>
    public sealed record Done(Relationship Now) : RelationshipOutcome;

    /// <summary>Nothing to do: pressed twice, or on a card from earlier; null when it is erased.</summary>
    public sealed record AsItIs(Relationship? Now) : RelationshipOutcome;

    /// <summary>A pause ends on a day to come, within a year.</summary>
    public sealed record NotThen(Relationship Now) : RelationshipOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : RelationshipOutcome;
}
