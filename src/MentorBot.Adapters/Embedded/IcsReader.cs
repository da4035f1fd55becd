using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Reads from iCalendar text (RFC 5545) when its events keep somebody busy, and nothing else. One line that cannot be right
/// refuses the whole: a time that is half understood would be offered to somebody else.
/// </summary>
/// <remarks>
/// RRULE and RDATE are not understood: of an event that repeats, the first time counts. Zones are known by their names
/// (IANA or Windows), not by a VTIMEZONE; another name is refused.
/// </remarks>
internal static class IcsReader
{
    private const string Calendar = "VCALENDAR";
    private const string Event = "VEVENT";

    /// <param name="zone">For days, and for times that name no zone.</param>
    public static IcsReading Read(ReadOnlySpan<byte> file, DateTimeZone zone)
    {
        var busy = ImmutableArray.CreateBuilder<Interval>();
        var version = 0;
        var open = new Stack<string>();
        IcsEvent? current = null;
        var hasCalendar = false;
        var last = 1;

        // What is no UTF-8 can only stand in words, which nobody reads here.
        foreach (var (number, text) in Unfolded(Encoding.UTF8.GetString(file).TrimStart('\uFEFF')))
        {
            last = number;
            if (IcsLine.Of(text) is not { } line)
                return new IcsReading.Refused(number);

            var isRight = true;
            switch (line.Name)
            {
                case "BEGIN":
                    var component = line.Value.ToUpperInvariant();
                    isRight = open.Count == 0 == (component == Calendar);
                    hasCalendar = true;
                    open.Push(component);
                    if (component == Event)
                    {
                        isRight &= open.Count == 2;
                        current = new IcsEvent(zone);
                    }

                    break;
                case "END":
                    isRight = open.TryPop(out var begun) && line.Is("END", begun);
                    if (isRight && begun == Event)
                    {
                        isRight = current!.Ends(out var time);
                        version = Math.Max(version, current.Version);
                        if (time is { } taken)
                            busy.Add(taken);
                    }

                    break;
                default:
                    isRight = open.TryPeek(out var around) && (around != Event || current!.Takes(line));
                    break;
            }

            if (!isRight)
                return new IcsReading.Refused(number);
        }

        return hasCalendar && open.Count == 0 ? new IcsReading.Good(busy.ToImmutable(), version) : new IcsReading.Refused(last);
    }

    /// <summary>Lines with those that go on with them (they begin with white space), by the number of their first. Empty ones are passed over.</summary>
    private static IEnumerable<(int Number, string Text)> Unfolded(string text)
    {
        var line = new StringBuilder();
        var first = 0;
        var number = 0;
        foreach (var part in text.Split('\n'))
        {
            number++;
            if (part is [' ' or '\t', ..] && line.Length > 0)
            {
                line.Append(part.AsSpan(1).TrimEnd('\r'));
                continue;
            }

            if (line.Length > 0)
                yield return (first, line.ToString());
            line.Clear().Append(part.AsSpan().TrimEnd('\r'));
            first = number;
        }

        if (line.Length > 0)
            yield return (first, line.ToString());
    }
}
