using System.Globalization;
using System.Text;
using MentorBot.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>Writes an entry as iCalendar text (RFC 5545), private and busy.</summary>
/// <remarks>
/// What somebody typed never lies on a disk in the clear, so the entry's own subject is not written: it is always a
/// conversation, and with whom only where the entry shows the other's name.
/// </remarks>
public static class IcsText
{
    /// <summary>In octets, the line's end apart.</summary>
    private const int LongestLine = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="with">The other's name; null when the entry does not show it.</param>
    /// <param name="now">When it is written.</param>
    public static string Of(CalendarEntry entry, string? with, Instant now)
    {
        var text = new StringBuilder(512);
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//MentorBot//Conversations//EN");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escaped(entry.Key)}@mentorbot");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Version}"));
        Line(text, $"DTSTAMP:{Utc.Format(now)}");
        Line(text, $"DTSTART:{Utc.Format(entry.Start)}");
        Line(text, $"DTEND:{Utc.Format(entry.Start + Duration.FromMinutes(entry.Minutes))}");
        Line(text, $"SUMMARY:{Escaped(UsualSubject(with))}");
        Line(text, "CLASS:PRIVATE");
        Line(text, "TRANSP:OPAQUE");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>What an entry is called whose owner worded nothing.</summary>
    internal static string UsualSubject(string? with) => with is null ? "Conversation" : $"Conversation with {with}";

    /// <summary>Folds between characters, never within one: some readers join lines after they have read the characters.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Escaped(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        foreach (var character in words.ReplaceLineEndings("\n"))
        {
            if (character == '\n')
                escaped.Append("\\n");
            else if (character is '\\' or ';' or ',')
                escaped.Append('\\').Append(character);
            else if (!char.IsControl(character))
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
