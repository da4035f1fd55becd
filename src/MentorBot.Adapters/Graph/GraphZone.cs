using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Adapters.Graph;

/// <summary>Zones as mailboxes name them: by their IANA or Windows name, as whoever set them up chose, or made by hand.</summary>
internal static class GraphZone
{
    private static readonly Dictionary<string, string> Windows =
        new(TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a name that nobody knows.</summary>
    public static DateTimeZone? ByName(string? name) => name?.Trim() switch
    {
        null or "" => null,
        "tzone://Microsoft/Utc" => DateTimeZone.Utc,
        var known => DateTimeZoneProviders.Tzdb.GetZoneOrNull(known) ?? (Windows.TryGetValue(known, out var id) ? DateTimeZoneProviders.Tzdb[id] : null),
    };

    /// <summary>
    /// By its name, or else by how far a zone made by hand is from UTC, without its summer time: no zone of the world has its rules, and
    /// what is kept of a zone is its name.
    /// </summary>
    public static DateTimeZone? Of(TimeZoneBase? zone) => ByName(zone?.Name) ?? (zone as CustomTimeZone)?.Bias switch
    {
        // Counted from there to UTC, so the other way round.
        { } minutes and > -18 * 60 and < 18 * 60 => DateTimeZone.ForOffset(Offset.FromSeconds(-minutes * 60)),
        _ => null,
    };
}
