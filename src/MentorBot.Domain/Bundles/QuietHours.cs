using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Domain.Bundles;

/// <summary>The hours of each day, in somebody's own zone, in which nothing unprompted is sent. None where both are the same.</summary>
/// <param name="To">Not quiet any more. Before <paramref name="From"/> where the hours go over midnight.</param>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    public static readonly QuietHours Usual = new(new(18, 0), new(8, 0));

    /// <summary>Where the nights are not quiet, a morning begins here.</summary>
    private static readonly LocalTime UsualMorning = new(8, 0);

    /// <summary>A time that comes twice on the night the clocks go back means the second; one that is left out, the one after the gap.</summary>
    private static readonly ZoneLocalMappingResolver Later = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    public bool Include(LocalTime time) => From <= To ? From <= time && time < To : From <= time || time < To;

    /// <summary>This moment; or when the quiet hours end in which it lies.</summary>
    public Instant NotWithin(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone);
        return Include(local.TimeOfDay) ? Next(To, local) : moment;
    }

    /// <summary>The next time that a morning begins: when the quiet night ends.</summary>
    public Instant MorningAfter(Instant moment, DateTimeZone zone) => Next(Include(LocalTime.Midnight) ? To : UsualMorning, moment.InZone(zone));

    private static Instant Next(LocalTime time, ZonedDateTime after)
    {
        var day = after.TimeOfDay < time ? after.Date : after.Date.PlusDays(1);
        return after.Zone.ResolveLocal(day + time, Later).ToInstant();
    }
}
