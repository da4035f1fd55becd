using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>The town's time: it stands still until somebody moves it.</summary>
public sealed class TownClock(Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    /// <summary>Raised after each move, with how far it went.</summary>
    public event Action<Duration>? Moved;

    public Instant GetCurrentInstant()
    {
        lock (gate)
            return now;
    }

    /// <exception cref="ArgumentOutOfRangeException">Time goes forward only.</exception>
    public void Advance(Duration by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, Duration.Zero);
        lock (gate)
            now += by;
        Moved?.Invoke(by);
    }

    public void Advance(int days) => Advance(Duration.FromDays(days));
}
