namespace MentorBot.Storage.Sealing;

/// <summary>Sealed bytes could not be opened: changed, moved to another place, or sealed under a key that is gone.</summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
