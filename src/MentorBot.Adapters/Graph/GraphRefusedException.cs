namespace MentorBot.Adapters.Graph;

/// <param name="code">As the service names it; letters and digits only.</param>
internal sealed class GraphRefusedException(int status, string code) : Exception($"Microsoft Graph refused with {status} ({code}).")
{
    public int Status => status;

    public string Code => code;

    /// <summary>Somebody has to grant something first.</summary>
    public bool IsForbidden => status == 403;

    public bool IsNotFound => status == 404;

    /// <summary>What was asked for is not there (any more), while the mailbox is. In a mailbox that was moved, ids of before are nobody's.</summary>
    public bool IsItemNotFound => code is "ErrorItemNotFound" or "ErrorInvalidMailboxItemId";

    /// <summary>There is an event of this transaction already, and it was made from something else.</summary>
    public bool IsDuplicate => code is "ErrorDuplicateTransactionId";
}
