namespace MentorBot.Adapters.Embedded;

/// <summary>The readers: as many as there have ever been callers at the same time.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IAsyncDisposable
{
    private readonly Stack<SqliteReader> idle = new();
    private readonly TaskCompletionSource allReturned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lent;
    private bool closed;

    /// <summary>Lends a reader to the function.</summary>
    /// <exception cref="ObjectDisposedException"/>
    public T Use<T, TArgument>(Func<SqliteReader, TArgument, T> read, TArgument argument)
    {
        SqliteReader? reader;
        lock (idle)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            idle.TryPop(out reader);
            lent++;
        }

        var healthy = false;
        try
        {
            reader ??= file.Connect("PRAGMA query_only = ON", static connection => new SqliteReader(connection));
            var result = read(reader, argument);
            healthy = true;
            return result;
        }
        finally
        {
            Return(reader, healthy);
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (idle)
        {
            closed = true;
            while (idle.TryPop(out var reader))
                reader.Dispose();
            if (lent == 0)
                allReturned.TrySetResult();
        }

        return new ValueTask(allReturned.Task);
    }

    private void Return(SqliteReader? reader, bool healthy)
    {
        lock (idle)
        {
            lent--;
            if (healthy && !closed)
                idle.Push(reader!);
            else
                reader?.Dispose();
            if (closed && lent == 0)
                allReturned.TrySetResult();
        }
    }
}
