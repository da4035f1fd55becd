using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Domain.Matching;

/// <summary>How much of a working day two people share.</summary>
/// <remarks>
/// Reckoned on the clock face of the next working day, with the offsets that hold then. Weekends are left out of account: between
/// Auckland and Honolulu a Monday meets a Sunday and a Tuesday meets a Monday, and a pair should not suit less on a Friday.
/// </remarks>
public static class SharedHours
{
    private const int Day = 24 * 60 * 60;

    /// <summary>Whole hours, rounded down, 0 to 24. The same whichever of the two comes first.</summary>
    public static int Of(Person one, Person other, Instant now)
    {
        var then = NextWorkingDay(now);
        var (start, length) = OnTheClock(one, then);
        var (otherStart, otherLength) = OnTheClock(other, then);

        var shared = 0;
        for (var turn = -Day; turn <= Day; turn += Day)
            shared += Math.Max(0, Math.Min(start + length, otherStart + turn + otherLength) - Math.Max(start, otherStart + turn));
        return shared / (60 * 60);
    }

    /// <summary>Noon UTC of the next day from Monday to Friday: one moment for both, and by then a Sunday's change of the clocks has happened everywhere.</summary>
    private static Instant NextWorkingDay(Instant now)
    {
        var day = now.InUtc().Date.PlusDays(1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            day = day.PlusDays(1);
        return day.At(LocalTime.Noon).InUtc().ToInstant();
    }

    /// <summary>In seconds: the start of the day's work in UTC, from 0 to a day, and its length.</summary>
    private static (int Start, int Length) OnTheClock(Person person, Instant then)
    {
        var start = Seconds(person.Hours.Start);
        return (Within(start - person.Zone.GetUtcOffset(then).Seconds), Within(Seconds(person.Hours.End) - start));
    }

    private static int Seconds(LocalTime time) => (int)(time.TickOfDay / NodaConstants.TicksPerSecond);

    private static int Within(int seconds) => ((seconds % Day) + Day) % Day;
}
