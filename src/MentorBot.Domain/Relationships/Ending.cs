namespace MentorBot.Domain.Relationships;

/// <summary>How a relationship ended. Unless it was finished, the two are never introduced again, except where both ask. Stored by name.</summary>
public enum Ending
{
    /// <summary>One of the two stopped it.</summary>
    Stopped,

    /// <summary>The mentor handed over.</summary>
    HandedOver,

    /// <summary>It was complete: a good end, which stands in the way of nothing.</summary>
    Finished,
}
