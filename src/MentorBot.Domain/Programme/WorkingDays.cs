using NodaTime;

namespace MentorBot.Domain.Programme;

/// <summary>Monday to Friday, in somebody's own zone.</summary>
public static class WorkingDays
{
    /// <summary>When a day that was promised ("by Friday") is over: its early evening, so that it is the same day for most zones.</summary>
    public static readonly LocalTime EndOfDay = new(18, 0);

    /// <summary>When people hear what was decided overnight.</summary>
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The end of the <paramref name="count"/>th working day after today, in this zone.</summary>
    public static Instant After(Instant now, int count, DateTimeZone zone)
    {
        var day = now.InZone(zone).Date;
        for (var left = count; left > 0;)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                left--;
        }

        return EndOf(day, zone);
    }

    /// <summary>The morning of the next working day after today, in this zone: when people are told what should not betray its moment.</summary>
    public static Instant NextMorning(Instant now, DateTimeZone zone)
    {
        var day = now.InZone(zone).Date.PlusDays(1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            day = day.PlusDays(1);
        return day.At(Morning).InZoneLeniently(zone).ToInstant();
    }

    public static Instant EndOf(LocalDate day, DateTimeZone zone) => day.At(EndOfDay).InZoneLeniently(zone).ToInstant();
}
