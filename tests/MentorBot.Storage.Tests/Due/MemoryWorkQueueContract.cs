using MentorBot.Storage.Due;
using MentorBot.Testing.Queues;
using MentorBot.Testing.Time;
using NodaTime;

namespace MentorBot.Storage.Tests.Due;

public sealed class MemoryWorkQueueContract : WorkQueueContract
{
    private readonly TestClock clock = new();

    protected override Task<IWorkQueue> Open() => Task.FromResult<IWorkQueue>(new MemoryWorkQueue(clock));

    protected override Task Pass(Duration time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
