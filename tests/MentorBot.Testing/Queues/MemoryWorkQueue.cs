using System.Globalization;
using MentorBot.Storage.Due;
using NodaTime;

namespace MentorBot.Testing.Queues;

/// <summary>A queue in memory, for tests of what stands on one. It keeps the contract of <see cref="IWorkQueue"/>.</summary>
public sealed class MemoryWorkQueue(IClock clock) : IWorkQueue
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private int lastId;

    /// <summary>Runs before anything is asked of it: the place for an outage.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>How many pointers were ever put.</summary>
    public int Puts => lastId;

    /// <summary>How many messages there are, taken ones included.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    public async Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken)
    {
        await Before();
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            foreach (var pointer in pointers)
                waiting.Add(new(pointer, (++lastId).ToString(CultureInfo.InvariantCulture), clock.GetCurrentInstant()));
    }

    public async Task<IReadOnlyList<DueMessage>> Take(int most, Duration lease, CancellationToken cancellationToken)
    {
        await Before();
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.GetCurrentInstant();
        var taken = new List<DueMessage>();
        lock (gate)
        {
            foreach (var message in waiting.Where(message => message.Visible <= now).Take(most))
            {
                message.Visible = now + lease;
                message.Times++;
                taken.Add(new(message.Due, message.Id, message.Times.ToString(CultureInfo.InvariantCulture), message.Times));
            }
        }

        return taken;
    }

    public async Task Done(DueMessage message, CancellationToken cancellationToken)
    {
        await Before();
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            waiting.RemoveAll(one => one.Id == message.Id && one.Times == message.Times);
    }

    private sealed class Waiting(DuePointer due, string id, Instant visible)
    {
        public DuePointer Due => due;

        public string Id => id;

        public Instant Visible { get; set; } = visible;

        public long Times { get; set; }
    }
}
