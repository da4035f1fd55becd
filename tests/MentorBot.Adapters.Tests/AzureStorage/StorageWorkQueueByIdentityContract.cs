using MentorBot.Storage.Due;
using MentorBot.Testing.Queues;

namespace MentorBot.Adapters.Tests.AzureStorage;

[Collection(QueuesOnAzurite.Name)]
public sealed class StorageWorkQueueByIdentityContract(QueueServers servers) : WorkQueueContract
{
    protected override Task<IWorkQueue> Open() => Task.FromResult<IWorkQueue>(servers.OpenByIdentity());
}
