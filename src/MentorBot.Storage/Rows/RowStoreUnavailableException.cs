using MentorBot.Domain;

namespace MentorBot.Storage.Rows;

/// <summary>The store could not be reached or failed; trying again later may help.</summary>
public class RowStoreUnavailableException : OutageException
{
    public RowStoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
