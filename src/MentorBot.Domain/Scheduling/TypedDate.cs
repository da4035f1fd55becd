using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>A date as typed; it need not be one of the calendar.</summary>
/// <param name="Year">Null for the next one.</param>
internal readonly record struct TypedDate(int Day, int Month, int? Year)
{
    /// <summary>Null when there is none.</summary>
    public LocalDate? In(LocalDate today)
    {
        if (Year is { } year)
            return On(year);
        return On(today.Year) is { } date && date >= today ? date : On(today.Year + 1);
    }

    private LocalDate? On(int year) =>
        year is >= 1 and <= 9998 && Month is >= 1 and <= 12 && Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new(year, Month, Day) : null;
}
