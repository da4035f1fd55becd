namespace MentorBot.Adapters.Graph;

/// <summary>What came of trying one thing in Microsoft Graph.</summary>
public abstract record GraphTrial
{
    private GraphTrial()
    {
    }

    public sealed record Allowed : GraphTrial;

    /// <summary>There is no such person, or they have no mailbox: it says nothing about what is allowed.</summary>
    public sealed record NobodyThere : GraphTrial;

    /// <param name="Code">As the service names it.</param>
    public sealed record Forbidden(string Code) : GraphTrial;

    /// <param name="Happened">Without anything that the service quotes.</param>
    public sealed record NoAnswer(string Happened) : GraphTrial;
}
