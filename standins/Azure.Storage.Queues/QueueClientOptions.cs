using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>How requests are sent, tried again and logged; all of it is from Azure.Core.</summary>
public class QueueClientOptions : ClientOptions
{
}
