using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>
/// Names of days and months, whole, short, or begun with at least three letters: in the culture's language and, where that
/// says nothing, in English, for what was typed may be an example that was.
/// </summary>
internal sealed class CalendarNames(CultureInfo culture)
{
    private const int ShortestBeginning = 3;

    public bool Same(string one, string other) => culture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    public bool Has(ImmutableArray<string> words, string word)
    {
        foreach (var one in words)
            if (Same(one, word))
                return true;
        return false;
    }

    public IsoDayOfWeek? Day(string word) => (DayIn(culture, word) ?? DayIn(CultureInfo.InvariantCulture, word)) switch
    {
        null => null,
        0 => IsoDayOfWeek.Sunday,
        var day => (IsoDayOfWeek)day,
    };

    /// <summary>From 1 on.</summary>
    public int? Month(string word) => (MonthIn(culture, word) ?? MonthIn(CultureInfo.InvariantCulture, word)) + 1;

    private int? DayIn(CultureInfo from, string word)
    {
        var names = from.DateTimeFormat;
        return Only(word, names.AbbreviatedDayNames, names.ShortestDayNames, names.DayNames);
    }

    /// <summary>Where the culture's own calendar has other months, its names stand for those, and not for these.</summary>
    private int? MonthIn(CultureInfo from, string word)
    {
        var names = from.DateTimeFormat;
        return names.Calendar is GregorianCalendar
            ? Only(word, names.AbbreviatedMonthNames, names.AbbreviatedMonthGenitiveNames, names.MonthNames, names.MonthGenitiveNames)
            : null;
    }

    /// <summary>The place of the only one that has this name, or begins so; null for none or several.</summary>
    private int? Only(string word, params string[][] names) =>
        Only(names, name => Same(name.Replace(".", "", StringComparison.Ordinal), word))
        ?? (word.Length < ShortestBeginning
            ? null
            : Only(names, name => culture.CompareInfo.IsPrefix(name, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace)));

    private static int? Only(string[][] names, Func<string, bool> isMeant)
    {
        int? only = null;
        foreach (var several in names)
        {
            for (var place = 0; place < several.Length; place++)
            {
                if (several[place].Length == 0 || !isMeant(several[place]))
                    continue;
                if (only is { } other && other != place)
                    return null;
                only = place;
            }
        }

        return only;
    }
}
