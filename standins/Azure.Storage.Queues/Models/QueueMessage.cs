namespace Azure.Storage.Queues.Models;

/// <summary>A message that was received.</summary>
public class QueueMessage
{
    internal QueueMessage(string messageId, string popReceipt, string messageText, long dequeueCount)
    {
        MessageId = messageId;
        PopReceipt = popReceipt;
        MessageText = messageText;
        DequeueCount = dequeueCount;
    }

    public string MessageId { get; }

    /// <summary>Good until somebody receives the message again.</summary>
    public string PopReceipt { get; }

    public string MessageText { get; }

    /// <summary>How often it was received, this time included.</summary>
    public long DequeueCount { get; }
}
