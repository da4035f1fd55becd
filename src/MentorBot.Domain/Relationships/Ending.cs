namespace MentorBot.Domain.Relationships;

/// <summary>How a relationship ended. Either way the two are never introduced again, unless both ask. Stored by name.</summary>
public enum Ending
{
    /// <summary>One of the two stopped it.</summary>
    Stopped,

    /// <summary>The mentor handed over.</summary>
    HandedOver,
}
