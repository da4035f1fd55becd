using System.Threading.Channels;

namespace MentorBot.Testing.Time;

/// <summary>Timers that run out when a test says so.</summary>
public sealed class TimersByHand : TimeProvider
{
    private readonly Channel<Started> started = Channel.CreateUnbounded<Started>();

    /// <summary>The time of day, where a test says what it is.</summary>
    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();

    /// <summary>The next timer that somebody starts, or has started already.</summary>
    public Task<Started> Next() => started.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>The next timer of that length, over those of other lengths.</summary>
    public async Task<Started> Next(TimeSpan due)
    {
        while (true)
            if (await Next() is { } timer && timer.Due == due)
                return timer;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Started(() => callback(state), dueTime);
        started.Writer.TryWrite(timer);
        return timer;
    }

    public sealed class Started(Action callback, TimeSpan due) : ITimer
    {
        public TimeSpan Due { get; private set; } = due;

        public void Elapse() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
