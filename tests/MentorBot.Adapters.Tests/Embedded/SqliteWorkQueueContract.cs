using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Due;
using MentorBot.Testing.Queues;
using MentorBot.Testing.Time;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SqliteWorkQueueContract : WorkQueueContract, IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly TestClock clock = new();
    private SqliteWorkQueue? queue;

    public void Dispose()
    {
        queue?.Dispose();
        folder.Dispose();
    }

    protected override Task<IWorkQueue> Open() => Task.FromResult<IWorkQueue>(queue = SqliteWorkQueue.Open(folder.Queue, clock));

    protected override Task Pass(Duration time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
