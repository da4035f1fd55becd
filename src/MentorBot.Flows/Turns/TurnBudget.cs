namespace MentorBot.Flows.Turns;

/// <summary>
/// The time that a turn has for everything it waits for together: rows, keys, people, and what it sends. When it is up, the person reads
/// an apology while Teams still listens. What is under way is told to stop, and not waited for: a transaction that was sent
/// may still go through, and whoever does the thing again sees how it stands.
/// </summary>
internal sealed class TurnBudget : IDisposable
{
    /// <summary>Teams gives up on a press after fifteen seconds; the rest is for the way there and back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    private readonly CancellationToken caller;
    private readonly CancellationTokenSource end;
    private readonly CancellationTokenRegistration callersEnd;

    /// <param name="caller">Cancelled when nobody waits for the answer any more; that remains a cancellation.</param>
    public TurnBudget(TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        end = new(Longest, time);
        callersEnd = caller.Register(end.Cancel);
    }

    /// <exception cref="TimeoutException">The time is up.</exception>
    public async Task<T> Within<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(end.Token).WaitAsync(end.Token);
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

    public void Dispose()
    {
        callersEnd.Dispose();
        end.Dispose();
    }
}
