using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Tests.Due;

/// <summary>What falls due of people, as a test says; it remembers at whom was looked.</summary>
internal sealed class FallingByHand : IFallsDue
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<Partition> looked = new();
    private readonly Channel<Partition> next = Channel.CreateUnbounded<Partition>();

    public IReadOnlyList<Partition> Looked => [.. looked];

    public Func<Partition, Task<bool>> OnTick { get; set; } = _ => Task.FromResult(false);

    public Table Table => Table.People;

    public Task<Partition> Next() => next.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public Task<bool> Tick(Partition partition, CancellationToken cancellationToken)
    {
        looked.Enqueue(partition);
        next.Writer.TryWrite(partition);
        return OnTick(partition);
    }
}
