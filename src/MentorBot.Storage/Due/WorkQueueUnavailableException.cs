using MentorBot.Domain;

namespace MentorBot.Storage.Due;

/// <summary>The queue could not be reached or failed; trying again later may help.</summary>
public sealed class WorkQueueUnavailableException : OutageException
{
    public WorkQueueUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
