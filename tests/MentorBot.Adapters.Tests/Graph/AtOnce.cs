using System.Collections.Concurrent;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>Waits for nothing, and tells how long it would have been.</summary>
internal sealed class AtOnce : TimeProvider
{
    /// <summary>What takes so long is no wait but a limit of one, and holds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= Limit)
            return base.CreateTimer(callback, state, dueTime, period);
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
