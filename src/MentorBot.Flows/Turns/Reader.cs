using System.Globalization;
using MentorBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Turns;

/// <summary>Whoever will read a card: the words come in their language and the days in their own zone.</summary>
public sealed record Reader(PersonId Person, DateTimeZone Zone, CultureInfo Culture)
{
    /// <summary>A day such as "Friday 27 November".</summary>
    public string Day(LocalDate day) => LocalDatePattern.Create(TurnText.DayPattern, Culture).Format(day);

    /// <summary>The day on which this instant falls for them.</summary>
    public string Day(Instant moment) => Day(moment.InZone(Zone).Date);

    /// <summary>An hour such as "14:30", as it is for them.</summary>
    public string Time(Instant moment) => LocalTimePattern.Create("t", Culture).Format(moment.InZone(Zone).TimeOfDay);

    /// <summary>A day and an hour such as "Friday 27 November, 14:30".</summary>
    public string Moment(Instant moment) => $"{Day(moment)}, {Time(moment)}";

    /// <summary>Where their time is kept, such as "Lisbon".</summary>
    public string City => Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>From here on, in this method and what it calls, words and formats are of this culture.</summary>
    public static void Speak(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>The culture of a client's locale; English where it says nothing that is known.</summary>
    public static CultureInfo CultureOf(string? locale)
    {
        try
        {
            return locale is { Length: > 0 and < 32 } ? CultureInfo.GetCultureInfo(locale, predefinedOnly: true) : English;
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
}
