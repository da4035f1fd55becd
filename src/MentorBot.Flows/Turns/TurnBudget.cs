namespace MentorBot.Flows.Turns;

/// <summary>
/// The time that a turn has for everything it waits for together: rows, keys, people, and what it sends. When it is up, the person reads
/// an apology while Teams still listens. What is under way is told to stop, and not waited for: a transaction that was sent
/// may still go through, and whoever does the thing again sees how it stands.
/// </summary>
/// <param name="caller">Cancelled when nobody waits for the answer any more; that remains a cancellation.</param>
internal sealed class TurnBudget(TimeProvider time, CancellationToken caller) : IDisposable
{
    /// <summary>Teams gives up on a press after fifteen seconds; the rest is for the way there and back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    private readonly CancellationTokenSource end = new(Longest, time);

    /// <exception cref="TimeoutException">The time is up.</exception>
    public async Task<T> Within<T>(Func<CancellationToken, Task<T>> work)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, end.Token);
        try
        {
            return await work(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            throw new TimeoutException($"A turn was given up after {Longest.TotalSeconds} seconds: a service that it needs is slow or away. The command \"doctor\" tries each of them.");
        }
    }

    public Task Within(Func<CancellationToken, Task> work) => Within(async token =>
    {
        await work(token);
        return true;
    });

    public void Dispose() => end.Dispose();
}
