using System.Globalization;
using NodaTime;

namespace MentorBot.Adapters.Embedded;

/// <summary>A VEVENT while it is read. What it is about is passed over.</summary>
internal sealed class IcsEvent(DateTimeZone zone)
{
    private IcsTime? start;
    private IcsTime? end;
    private Period? duration;
    private bool isFree;

    public int Version { get; private set; }

    /// <summary>False when the line cannot be right.</summary>
    public bool Takes(IcsLine line)
    {
        switch (line.Name)
        {
            case "DTSTART":
                return start is null && (start = IcsTime.Of(line, zone)) is not null;
            case "DTEND":
                return end is null && duration is null && (end = IcsTime.Of(line, zone)) is not null;
            case "DURATION":
                return duration is null && end is null && (duration = IcsTime.DurationOf(line.Value)) is not null;
            case "SEQUENCE":
                Version = int.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
                return true;
            default:
                isFree |= line.Is("TRANSP", "TRANSPARENT") || line.Is("STATUS", "CANCELLED");
                return true;
        }
    }

    /// <summary>False when there is no start, or the end comes before it.</summary>
    /// <param name="busy">Null when it keeps nobody busy.</param>
    public bool Ends(out Interval? busy)
    {
        busy = null;
        if (start is not { } from || (end is { } given && given.IsDay != from.IsDay))
            return false;

        var until = (end, duration) switch
        {
            ({ } time, _) => time.Instant,
            (_, { } period) => from.Plus(period),
            _ => from.IsDay ? from.Plus(Period.FromDays(1)) : from.Instant,
        };
        if (until < from.Instant)
            return false;
        if (!isFree && until > from.Instant)
            busy = new Interval(from.Instant, until);
        return true;
    }
}
