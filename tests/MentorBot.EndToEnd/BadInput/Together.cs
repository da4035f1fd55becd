using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Holds back the first transaction of a partition until there is a second: then both have decided on the same state.</summary>
internal sealed class Together(Func<Partition, bool> isMeant)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource second = new();
    private int arrived = 2;

    public bool Happened => second.Task.IsCompleted;

    public void Begins() => Volatile.Write(ref arrived, 0);

    public Task Meets(Partition partition)
    {
        if (!isMeant(partition))
            return Task.CompletedTask;
        if (Interlocked.Increment(ref arrived) == 2)
            second.TrySetResult();
        return arrived <= 2 ? second.Task.WaitAsync(Patience) : Task.CompletedTask;
    }
}
