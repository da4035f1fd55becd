using System.Collections.Concurrent;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>Waits for nothing, and tells how long it would have been.</summary>
internal sealed class AtOnce : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
