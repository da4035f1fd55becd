using NodaTime;

namespace MentorBot.Testing.Time;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(Instant start) : IClock
{
    private long ticks = start.ToUnixTimeTicks();

    public TestClock()
        : this(Instant.FromUtc(2026, 3, 2, 9, 0))
    {
    }

    public Instant Now => Instant.FromUnixTimeTicks(Interlocked.Read(ref ticks));

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Interlocked.Add(ref ticks, by.BclCompatibleTicks);
}
