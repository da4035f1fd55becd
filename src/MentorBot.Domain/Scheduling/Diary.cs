using MentorBot.Domain.Directory;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Domain.Scheduling;

/// <summary>One person's days, laid out on the one line of time.</summary>
internal sealed class Diary
{
    private const long Edge = Stretch.HalfHour;
    private const long NearTheEdge = Stretch.Hour;
    private const long SinceMidnightAtNoon = 12 * Stretch.Hour;
    private const long Lunch = Stretch.Hour;
    private const long RightAfter = Stretch.HalfHour;

    /// <summary>A day is quiet when at most one part in so many of the usual hours is taken.</summary>
    private const int PartTaken = 4;

    private static readonly WorkingHours Waking = new(new(6, 0), new(22, 0));

    private readonly DateTimeZone zone;
    private readonly List<Stretch> usual;
    private readonly bool[] isQuiet;
    private readonly int lastHour;

    private Stretch sameOffset;
    private long offset;
    private int at;

    public Diary(Availability availability, Stretch within, bool beyondUsualHours, Instant? lastTime)
    {
        zone = availability.Zone;
        usual = WeekdaysOf(availability.Hours, within);
        Open = beyondUsualHours ? Stretches.Either(usual, WeekdaysOf(Waking, within)) : usual;
        Busy = Stretches.Of(availability.Busy, Around(within));
        isQuiet = QuietDays();
        lastHour = lastTime is { } last ? HourOfWeek(OnTheClock(last.ToUnixTimeTicks())) : -1;
    }

    /// <summary>When they may be asked for at all.</summary>
    public List<Stretch> Open { get; }

    public List<Stretch> Busy { get; }

    /// <summary>How a time lies in their day. Asked in the order of time, so that nothing is looked up twice.</summary>
    public Fit Fit(Stretch time)
    {
        while (at < usual.Count && usual[at].To <= time.From)
            at++;

        var clock = OnTheClock(time.From);
        var traits = Traits.None;
        if (clock % Stretch.HalfHour == 0)
            traits |= Traits.Round;
        if (HourOfWeek(clock) == lastHour)
            traits |= Traits.AsLastTime;

        var isUsual = at < usual.Count && usual[at].Holds(time);
        traits |= isUsual ? InUsualHours(time, usual[at], clock % Stretch.Day) : Traits.Outside;
        return new(traits, isUsual ? (byte)0 : HalfHoursOutside(time), (int)(clock / Stretch.Day));
    }

    private Traits InUsualHours(Stretch time, Stretch day, long sinceMidnight)
    {
        var traits = isQuiet[at] ? Traits.QuietDay : Traits.None;
        if (time.From < day.From + Edge)
            traits |= Traits.AtStart;
        if (time.To > day.To - Edge)
            traits |= Traits.AtEnd;
        if (time.From >= day.From + NearTheEdge && time.To <= day.To - NearTheEdge)
            traits |= Traits.NotEarlyNorLate;

        // Whoever begins after noon, or is done before one, eats at another time.
        var noon = time.From - sinceMidnight + SinceMidnightAtNoon;
        var lunch = new Stretch(noon, noon + Lunch);
        if (day.From >= lunch.From || day.To <= lunch.To)
            return traits;
        if (time.From < lunch.To && time.To > lunch.From)
            traits |= Traits.OverLunch;
        if (time.From >= lunch.To && time.From <= lunch.To + RightAfter)
            traits |= Traits.AfterLunch;
        return traits;
    }

    /// <summary>From the nearest working day.</summary>
    private byte HalfHoursOutside(Stretch time)
    {
        var beyond = Stretch.Day;
        for (var near = Math.Max(at - 1, 0); near <= at && near < usual.Count; near++)
            beyond = Math.Min(beyond, Math.Max(usual[near].From - time.From, time.To - usual[near].To));
        return (byte)((beyond + Stretch.HalfHour - 1) / Stretch.HalfHour);
    }

    /// <summary>Each working day that begins or ends within: Monday to Friday by the day on which it begins.</summary>
    private List<Stretch> WeekdaysOf(WorkingHours hours, Stretch within)
    {
        var from = Instant.FromUnixTimeTicks(within.From).InZone(zone).Date.PlusDays(-1);
        var until = Instant.FromUnixTimeTicks(within.To).InZone(zone).Date;
        var days = new List<Stretch>(Period.DaysBetween(from, until) + 1);
        for (var day = from; day <= until; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                continue;
            var begins = zone.MapLocal(day.At(hours.Start));
            if (IsLeftOut(day, begins))
                continue;
            var ends = zone.MapLocal((hours.End < hours.Start ? day.PlusDays(1) : day).At(hours.End));
            var (start, end) = (Later(begins).ToUnixTimeTicks(), Earlier(ends).ToUnixTimeTicks());
            if (start < end)
                days.Add(new(start, end));
        }

        return Stretches.Joined(days);
    }

    /// <summary>Samoa went from a Thursday to a Saturday once: nobody works on a day that no clock shows.</summary>
    private static bool IsLeftOut(LocalDate day, ZoneLocalMapping local) =>
        local.Count == 0 && local.EarlyInterval.IsoLocalEnd <= day.AtMidnight() && local.LateInterval.IsoLocalStart.Date > day;

    /// <summary>An hour that comes twice counts once the second has come; one that is skipped, when the clock jumps.</summary>
    private static Instant Later(ZoneLocalMapping local) => local.Count == 0 ? local.LateInterval.Start : local.Last().ToInstant();

    /// <summary>The end of a day is the first time that the clock shows it.</summary>
    private static Instant Earlier(ZoneLocalMapping local) => local.Count == 0 ? local.LateInterval.Start : local.First().ToInstant();

    private bool[] QuietDays()
    {
        var quiet = new bool[usual.Count];
        var next = 0;
        for (var day = 0; day < usual.Count; day++)
        {
            while (next < Busy.Count && Busy[next].To <= usual[day].From)
                next++;

            var taken = 0L;
            for (var busy = next; busy < Busy.Count && Busy[busy].From < usual[day].To; busy++)
                taken += Math.Min(Busy[busy].To, usual[day].To) - Math.Max(Busy[busy].From, usual[day].From);
            quiet[day] = taken <= usual[day].Length / PartTaken;
        }

        return quiet;
    }

    /// <summary>What their clock shows, as ticks since it showed the beginning of 1970.</summary>
    private long OnTheClock(long time)
    {
        if (time < sameOffset.From || time >= sameOffset.To)
        {
            var interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(time));
            sameOffset = new(
                interval.HasStart ? interval.Start.ToUnixTimeTicks() : long.MinValue,
                interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue);
            offset = interval.WallOffset.Ticks;
        }

        return time + offset;
    }

    private static int HourOfWeek(long clock) => (int)(clock / Stretch.Hour % (7 * 24));

    /// <summary>A working day that began the day before counts as a whole.</summary>
    private static Stretch Around(Stretch within) => new(within.From - (2 * Stretch.Day), within.To + (2 * Stretch.Day));
}
