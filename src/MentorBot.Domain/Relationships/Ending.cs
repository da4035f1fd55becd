namespace MentorBot.Domain.Relationships;

/// <summary>How a relationship ended. Stored by name.</summary>
public enum Ending
{
    /// <summary>One of the two stopped it: they are never introduced again, unless both ask.</summary>
    Stopped,

    /// <summary>The mentor handed over.</summary>
    HandedOver,
}
