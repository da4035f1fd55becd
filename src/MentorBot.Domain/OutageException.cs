namespace MentorBot.Domain;

/// <summary>A service that the bot needs is away, or lets nobody in. Trying again later may help, and nothing else does.</summary>
public abstract class OutageException(string message, Exception? cause = null) : Exception(message, cause);
