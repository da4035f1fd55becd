using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>Some time on the one line of time that everybody shares, in ticks since 1970, the end left out. No clock can bend it.</summary>
internal readonly record struct Stretch(long From, long To) : IComparable<Stretch>
{
    public const long Minute = NodaConstants.TicksPerMinute;
    public const long Quarter = 15 * Minute;
    public const long HalfHour = 30 * Minute;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public long Length => To - From;

    public bool Holds(Stretch other) => From <= other.From && other.To <= To;

    public int CompareTo(Stretch other) => From.CompareTo(other.From);
}
