namespace MentorBot.Domain;

/// <summary>A service that the bot needs is away, or lets nobody in. Trying again later may help, and nothing else does.</summary>
public abstract class OutageException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What happened, without what to do about it.</summary>
    public string Happened => base.Message;

    /// <summary>What somebody can do about it; null where waiting is all there is.</summary>
    public string? Advice { get; init; }

    public override string Message => Advice is null ? Happened : $"{Happened} {Advice}";
}
