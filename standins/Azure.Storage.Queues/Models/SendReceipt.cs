namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message that it has accepted.</summary>
public class SendReceipt
{
    internal SendReceipt(string messageId, string popReceipt)
    {
        MessageId = messageId;
        PopReceipt = popReceipt;
    }

    public string MessageId { get; }

    public string PopReceipt { get; }
}
