using MentorBot.Storage.Due;
using MentorBot.Testing.Queues;
using NodaTime;

namespace MentorBot.Adapters.Tests.AzureStorage;

[Collection(QueuesOnAzurite.Name)]
public sealed class StorageWorkQueueByIdentityContract(QueueServers servers) : WorkQueueContract
{
    protected override Task<IWorkQueue> Open() => Task.FromResult<IWorkQueue>(servers.OpenByIdentity());

    /// <summary>The service has a clock of its own.</summary>
    protected override Task Pass(Duration time) => Task.CompletedTask;
}
