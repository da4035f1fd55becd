using MentorBot.Domain;

namespace MentorBot.Storage.Rows;

/// <summary>The store could not be reached or failed; trying again later may help.</summary>
public class RowStoreUnavailableException : OutageException
{
    public RowStoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What happened, without what to do about it.</summary>
    public string Happened => base.Message;

    /// <summary>What somebody can do about it; null where waiting is all there is.</summary>
    public string? Advice { get; init; }

    public override string Message => Advice is null ? Happened : $"{Happened} {Advice}";
}
