using System.Collections.Concurrent;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Due;

/// <summary>Finds the pointers that have fallen due and puts them on the queue, each once until somebody here has looked.</summary>
/// <param name="remembers">How long a pointer that was put is not put again, should nobody here get to look.</param>
internal sealed class Sweeper(IRowStore store, IWorkQueue queue, Duration remembers, IClock clock)
{
    private const int AtOnce = 100;

    private readonly ConcurrentDictionary<DuePointer, Putting> put = new();
    private TaskCompletionSource next = NotYet();

    /// <summary>Ends when something is put. Ask for it before looking whether something is there.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <returns>How many pointers it has put.</returns>
    public async Task<int> Sweep(Instant upTo, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in put.Where(each => each.Value.Until <= now))
            put.TryRemove(old);

        var count = 0;
        var found = new List<DuePointer>();
        try
        {
            for (var number = 0; number < DuePointers.Shards; number++)
            {
                var shard = DuePointers.Shard(number);
                await foreach (var row in store.Range(shard, "", DuePointers.Until(upTo + Duration.FromMilliseconds(1)), cancellationToken))
                {
                    var pointer = new DuePointer(shard, row.Key);
                    if (put.TryGetValue(pointer, out var before) && before.ETag == row.ETag)
                        continue;

                    // Before it is there for somebody to take, and be done with.
                    put[pointer] = new(row.ETag, now + remembers);
                    found.Add(pointer);
                    if (found.Count == AtOnce)
                        count += await Put(found, cancellationToken);
                }
            }

            return count + await Put(found, cancellationToken);
        }
        catch
        {
            found.ForEach(Forget);
            throw;
        }
    }

    /// <summary>Somebody has looked: if the pointer is still there, it is for another look.</summary>
    public void Forget(DuePointer pointer) => put.TryRemove(pointer, out _);

    public void ForgetAll() => put.Clear();

    private async Task<int> Put(List<DuePointer> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return 0;

        await queue.Put(found, cancellationToken);
        var count = found.Count;
        found.Clear();
        Interlocked.Exchange(ref next, NotYet()).SetResult();
        return count;
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Putting(string ETag, Instant Until);
}
