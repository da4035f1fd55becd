using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// The keeper of the master key could not be reached, or does not let the bot in. For whoever reads and writes it is an outage of
/// the store, since what is stored cannot be read: to be tried again later, and never to be taken for words that are gone.
/// </summary>
public sealed class MasterKeyUnavailableException : RowStoreUnavailableException
{
    public MasterKeyUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
