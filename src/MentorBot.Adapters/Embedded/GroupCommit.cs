using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// One thread that takes whatever transactions wait, decides each in its turn, commits once, and only then answers. Under
/// load many share one disk write; alone, a transaction waits for nobody.
/// </summary>
/// <remarks>
/// A refusal waits for the commit too: it may rest on a change of the same group. The thread is its own because it spends
/// its life waiting for the disk, and a thread of the pool would be missed there.
/// </remarks>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Func<SqliteWriter> connect;
    private readonly object gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Pending> waiting = [];
    private List<Pending> taken = [];
    private SqliteWriter? writer;
    private bool closing;

    public GroupCommit(Func<SqliteWriter> connect)
    {
        this.connect = connect;
        writer = connect();
        new Thread(TakeTurns) { IsBackground = true, Name = "Row store writer" }.Start();
    }

    /// <exception cref="ObjectDisposedException"/>
    public Task<Commit> Add(Pending pending)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            waiting.Add(pending);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }

        return pending.Task;
    }

    /// <summary>Decides what still waits, then ends.</summary>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        return new ValueTask(ended.Task);
    }

    private void TakeTurns()
    {
        while (Take())
        {
            taken.RemoveAll(pending => pending.IsCancelled());
            if (taken.Count > 0)
                Decide(taken);
            taken.Clear();
        }

        writer?.Dispose();
        ended.SetResult();
    }

    private bool Take()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closing)
                Monitor.Wait(gate);
            (waiting, taken) = (taken, waiting);
            return taken.Count > 0;
        }
    }

    private void Decide(List<Pending> group)
    {
        try
        {
            writer ??= connect();
            writer.Begin();
            foreach (var pending in group)
                writer.Apply(pending);
            writer.Commit();
        }
        catch (Exception exception)
        {
            // Whatever it was, the callers hear of it, and the next group starts on a connection that nothing has happened to.
            writer?.Dispose();
            writer = null;
            var unavailable = new RowStoreUnavailableException("The row store could not write.", exception);
            group.ForEach(pending => pending.Fail(unavailable));
            return;
        }

        group.ForEach(pending => pending.Answer());
    }
}
