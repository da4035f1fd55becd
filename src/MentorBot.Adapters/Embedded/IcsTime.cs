using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace MentorBot.Adapters.Embedded;

/// <summary>A DTSTART or DTEND.</summary>
/// <param name="IsDay">Whether it is a date without an hour; it counts from the day's start.</param>
internal readonly record struct IcsTime(LocalDateTime Local, DateTimeZone Zone, bool IsDay)
{
    /// <summary>Far enough from the calendar's last year for any duration read here.</summary>
    private const int LastYear = 9000;

    private const int LongestAmount = 9_999;

    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>An hour that the clocks skip counts as before the change, one that comes twice the first time: as the RFC has it.</summary>
    public Instant Instant => Local.InZoneLeniently(Zone).ToInstant();

    /// <summary>Null when it is none.</summary>
    /// <param name="floating">For a time that names no zone.</param>
    public static IcsTime? Of(IcsLine line, DateTimeZone floating)
    {
        var zoneName = line.Parameter("TZID");
        if (string.Equals(line.Parameter("VALUE"), "DATE", StringComparison.OrdinalIgnoreCase) || line.Value.Length == Days.PatternText.Length)
            return zoneName is null && Days.Parse(line.Value) is { Success: true, Value.Year: >= 1 and <= LastYear } day ? new(day.Value.AtMidnight(), floating, true) : null;

        var isUtc = line.Value.EndsWith('Z');
        var zone = (isUtc, zoneName) switch
        {
            (true, null) => DateTimeZone.Utc,
            (true, _) => null,
            (_, null) => floating,
            (_, var name) => ZoneOf(name),
        };
        return zone is not null && Times.Parse(isUtc ? line.Value[..^1] : line.Value) is { Success: true, Value.Year: >= 1 and <= LastYear } time
            ? new(time.Value, zone, false)
            : null;
    }

    /// <summary>A DURATION: weeks and days by the calendar, the rest by the clock. Null when it is none, or negative.</summary>
    public static Period? DurationOf(string value)
    {
        if (PeriodPattern.Roundtrip.Parse(value.StartsWith('+') ? value[1..] : value) is not { Success: true, Value: var period })
            return null;
        long[] amounts = [period.Weeks, period.Days, period.Hours, period.Minutes, period.Seconds];
        var isPlain = period is { Years: 0, Months: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0 };
        return isPlain && amounts.All(amount => amount is >= 0 and <= LongestAmount) ? period : null;
    }

    public Instant Plus(Period duration)
    {
        var day = this with { Local = Local.PlusWeeks(duration.Weeks).PlusDays(duration.Days) };
        return day.Instant + Duration.FromHours(duration.Hours) + Duration.FromMinutes(duration.Minutes) + Duration.FromSeconds(duration.Seconds);
    }

    /// <summary>By the name that the tz database has for it, or Windows.</summary>
    private static DateTimeZone? ZoneOf(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(name, out var id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null);
}
