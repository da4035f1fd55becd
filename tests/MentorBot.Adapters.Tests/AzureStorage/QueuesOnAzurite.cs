namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>The tests that share the two servers.</summary>
[CollectionDefinition(Name)]
public sealed class QueuesOnAzurite : ICollectionFixture<QueueServers>
{
    public const string Name = "Queues on Azurite";
}
