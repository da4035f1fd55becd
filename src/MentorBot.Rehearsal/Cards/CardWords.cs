using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal;

/// <summary>Words as a client shows them: without Markdown's marks, and with DATE and TIME functions filled in for the reader.</summary>
internal sealed partial class CardWords(Townsperson reader)
{
    public string Plain(string text)
    {
        text = Moments().Replace(text, InTheReadersZone);
        text = Links().Replace(text, "$1");
        return Marks().Replace(text, "$2");
    }

    /// <summary>One blank for any white space, so that line breaks do not matter where texts are looked for.</summary>
    public static string Squeeze(string text) => Blanks().Replace(text, " ").Trim();

    public static bool Contains(string text, string sought) => Squeeze(text).Contains(Squeeze(sought), StringComparison.OrdinalIgnoreCase);

    private string InTheReadersZone(Match match)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(match.Groups["at"].Value.Trim());
        if (!parsed.Success || DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.Zone) is not { } zone)
            return match.Value;

        var culture = CultureInfo.GetCultureInfo(reader.Locale);
        var local = parsed.Value.ToInstant().InZone(zone).LocalDateTime;
        return (match.Groups["what"].Value, match.Groups["how"].Value.Trim().ToUpperInvariant()) switch
        {
            ("TIME", _) => local.TimeOfDay.ToString("t", culture),
            (_, "LONG") => local.Date.ToString("D", culture),
            (_, "SHORT") => local.Date.ToString("ddd, d MMM yyyy", culture),
            _ => local.Date.ToString("d", culture),
        };
    }

    [GeneratedRegex(@"\{\{(?<what>DATE|TIME)\((?<at>[^,)]+)(,(?<how>[^)]*))?\)\}\}")]
    private static partial Regex Moments();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)\s]+\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!\w)(\*\*|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
