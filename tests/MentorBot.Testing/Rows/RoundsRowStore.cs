using MentorBot.Storage.Rows;

namespace MentorBot.Testing.Rows;

/// <summary>
/// Counts how often a piece of work has to wait for storage. While it is counted, whatever the work asks for is held until the
/// work can do nothing more without an answer; then all of it is answered at once: that is one round. No clock is involved,
/// so the count is the same on any machine.
/// </summary>
public sealed class RoundsRowStore(IRowStore inner) : IRowStore
{
    private readonly List<Held> held = [];
    private readonly List<string> rounds = [];

    /// <summary>What was asked for, a line a round, since the last time somebody looked.</summary>
    public IReadOnlyList<string> TakeRounds()
    {
        lock (held)
        {
            string[] taken = [.. rounds];
            rounds.Clear();
            return taken;
        }
    }

    /// <summary>Does the work on this thread, counting its rounds.</summary>
    public void Count(Func<Task> work)
    {
        var steps = new Steps();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(steps);
        try
        {
            var working = work();
            _ = working.ContinueWith(_ => steps.Post(_ => { }, null), TaskScheduler.Default);
            while (!working.IsCompleted)
                if (!steps.TryStep())
                    AnswerOrWait(steps);
            working.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken) =>
        Ask($"get {partition.Table} {key}", () => inner.Get(partition, key, cancellationToken));

    public async IAsyncEnumerable<Row> Range(
        Partition partition, string from, string to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await Ask($"range {partition.Table} {from}", () => inner.Range(partition, from, to, cancellationToken).ToListAsync(cancellationToken).AsTask()))
            yield return row;
    }

    public Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken) =>
        Ask($"transact {partition.Table}", () => inner.Transact(partition, writes, cancellationToken));

    private Task<T> Ask<T>(string what, Func<Task<T>> ask)
    {
        if (SynchronizationContext.Current is not Steps)
            return ask();

        var answer = new TaskCompletionSource<Task<T>>();
        lock (held)
            held.Add(new Held(what, () => Task.Run(ask).ContinueWith<Action>(asked => () => answer.SetResult(asked), TaskScheduler.Default)));
        return answer.Task.Unwrap();
    }

    private void AnswerOrWait(Steps steps)
    {
        Held[] round;
        lock (held)
        {
            round = [.. held];
            held.Clear();
            if (round.Length > 0)
                rounds.Add(string.Join(" and ", round.Select(one => one.What)));
        }

        if (round.Length == 0)
        {
            steps.Wait();
            return;
        }

        foreach (var answer in Task.WhenAll(round.Select(one => one.Answer())).GetAwaiter().GetResult())
            answer();
    }

    private sealed record Held(string What, Func<Task<Action>> Answer);

    /// <summary>What the work goes on with, one step after the other, on the thread that counts.</summary>
    private sealed class Steps : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Step, object? State)> steps = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (steps)
            {
                steps.Enqueue((d, state));
                Monitor.Pulse(steps);
            }
        }

        public bool TryStep()
        {
            (SendOrPostCallback Step, object? State) next;
            lock (steps)
                if (!steps.TryDequeue(out next))
                    return false;
            next.Step(next.State);
            return true;
        }

        public void Wait()
        {
            lock (steps)
                while (steps.Count == 0)
                    Monitor.Wait(steps);
        }
    }
}
