using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>
/// Reads a time that somebody typed, such as "Tue 14:30", "12 March 9:00" or "tomorrow at 9", in their own zone. It must name
/// an hour, and at most one day; whatever is not understood whole is not understood, for a guess would be booked.
/// </summary>
/// <remarks>
/// A weekday is the next such day: today while the hour is still to come. "Next" never means today; of this week's day
/// and next week's it may mean either. A date without a year is the next one; today's, with an hour that is past, has gone by. An hour alone
/// is today's, or tomorrow's. Nothing is more than a year ahead. Hours count to 24 unless "am" or "pm" follows.
/// </remarks>
public static class TypedTime
{
    /// <summary>In characters; no time takes more.</summary>
    private const int Longest = 100;

    private const int DaysOfWeek = 7;

    /// <param name="typed">Anything at all.</param>
    /// <param name="zone">Of the person who typed it.</param>
    public static TypedTimeReading Read(string? typed, Instant now, DateTimeZone zone, CultureInfo culture, TimeWords words)
    {
        if (typed is null or { Length: > Longest }
            || TypedToken.All(typed.Trim().TrimEnd('.', '?', '!')) is not { } tokens
            || TypedPhrase.Read(tokens, new CalendarNames(culture), words) is not { } phrase)
            return new TypedTimeReading.NotUnderstood();

        var today = now.InZone(zone).Date;
        var latest = today.PlusYears(1);
        ImmutableArray<LocalDate> days = [.. Days(phrase, today, day => IsToCome(day, phrase.Time, now, zone)).Where(day => day <= latest).Distinct().Order()];
        if (days.IsEmpty)
            return new TypedTimeReading.NotUnderstood();

        var readings = days is [var only]
            ? Instants(only, phrase.Time, zone)
            : [.. days.Select(day => day.At(phrase.Time).InZoneLeniently(zone).ToInstant())];
        return readings.RemoveAll(reading => reading <= now) switch
        {
            [] => new TypedTimeReading.GoneBy(),
            [var one] => new TypedTimeReading.Understood(one),
            [var one, var other, ..] => new TypedTimeReading.TwoReadings(one, other),
        };
    }

    private static IEnumerable<LocalDate> Days(TypedPhrase phrase, LocalDate today, Func<LocalDate, bool> isToCome)
    {
        if (!phrase.Dates.IsEmpty)
            return phrase.Dates.Select(date => date.In(today)).OfType<LocalDate>().Where(phrase.IsOnWeekday);
        if (phrase.FromToday is { } count)
            return new[] { today.PlusDays(count) }.Where(phrase.IsOnWeekday);
        if (phrase.Weekday is not { } weekday)
            return [isToCome(today) ? today : today.PlusDays(1)];

        var next = today.With(DateAdjusters.NextOrSame(weekday));
        if (phrase.IsNext)
            return next == today ? [next.PlusDays(DaysOfWeek)] : next.DayOfWeek > today.DayOfWeek ? [next, next.PlusDays(DaysOfWeek)] : [next];
        return [isToCome(next) ? next : next.PlusDays(DaysOfWeek)];
    }

    private static bool IsToCome(LocalDate day, LocalTime time, Instant now, DateTimeZone zone) => Instants(day, time, zone).Any(reading => reading > now);

    /// <summary>One; two, in order, where the clocks change: of an hour that comes twice both, of one that is skipped what it is before and after the change.</summary>
    private static ImmutableArray<Instant> Instants(LocalDate day, LocalTime time, DateTimeZone zone)
    {
        var local = day.At(time);
        var mapping = zone.MapLocal(local);
        var late = local.WithOffset(mapping.LateInterval.WallOffset).ToInstant();
        if (mapping.Count == 1)
            return [late];
        var early = local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant();
        return early < late ? [early, late] : [late, early];
    }
}
