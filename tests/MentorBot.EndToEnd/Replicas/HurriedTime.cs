namespace MentorBot.EndToEnd.Replicas;

/// <summary>Whoever waits waits a tenth of the time: enough sweeps fall into a story.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Times = 10;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Times : dueTime, period > TimeSpan.Zero ? period / Times : period);
}
