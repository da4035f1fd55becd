using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>When a conversation that was left open closes by itself, and on which morning the two hear of it again.</summary>
internal static class Nights
{
    /// <summary>Who talks late is not cut short.</summary>
    private static readonly Duration AtLeast = Duration.FromHours(3);

    private static readonly LocalTime Night = new(4, 0);
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The first four in the morning after its start.</summary>
    public static Instant ClosesAt(Session session, DateTimeZone zone) => Instant.Max(First(Night, session.Start, zone), session.Start + AtLeast);

    /// <summary>Every day has a morning, not only working days. What closed overnight is heard of on the morning that follows.</summary>
    public static Instant MorningAfter(Instant endedAt, bool overnight, DateTimeZone zone) => overnight
        ? First(Morning, endedAt, zone)
        : At(endedAt.InZone(zone).Date.PlusDays(1), Morning, zone);

    private static Instant First(LocalTime time, Instant after, DateTimeZone zone)
    {
        var day = after.InZone(zone).Date;
        var sameDay = At(day, time, zone);
        return sameDay > after ? sameDay : At(day.PlusDays(1), time, zone);
    }

    private static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => day.At(time).InZoneLeniently(zone).ToInstant();
}
