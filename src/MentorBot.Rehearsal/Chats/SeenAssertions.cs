using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal;

/// <summary>What a person does and checks by eye, in a row: <c>card.Shows("…").Fill("…", "…").Press("…")</c>.</summary>
public static class SeenAssertions
{
    public static T Shows<T>(this T seen, string text)
        where T : Seen =>
        seen.IsShowing(text) ? seen : throw new RehearsalException($"{seen.By.Name} should read “{text}” here:\n{seen.Drawn}");

    public static T DoesNotShow<T>(this T seen, string text)
        where T : Seen =>
        seen.IsShowing(text) ? throw new RehearsalException($"{seen.By.Name} should not read “{text}” here:\n{seen.Drawn}") : seen;

    /// <summary>Types into the input of that label, or chooses by the choices' titles; no value at all empties it.</summary>
    /// <exception cref="RehearsalException">No visible input is so called, or no client would let this be entered.</exception>
    public static T Fill<T>(this T sheet, string label, params string[] values)
        where T : SeenSheet
    {
        sheet.Enter(label, values);
        return sheet;
    }

    public static T Fill<T>(this T sheet, string label, bool tick)
        where T : SeenSheet => sheet.Fill(label, tick ? "yes" : "no");

    public static T Fill<T>(this T sheet, string label, int number)
        where T : SeenSheet => sheet.Fill(label, number.ToString(CultureInfo.InvariantCulture));

    public static T Fill<T>(this T sheet, string label, LocalDate day)
        where T : SeenSheet => sheet.Fill(label, LocalDatePattern.Iso.Format(day));

    public static T Fill<T>(this T sheet, string label, LocalTime time)
        where T : SeenSheet => sheet.Fill(label, time.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Puts into an input, folded or not, what only a hostile client would send (too long, no such choice), and switches its check off; null leaves it out.</summary>
    public static T FillByForce<T>(this T sheet, string label, string? value)
        where T : SeenSheet
    {
        sheet.Force(label, value);
        return sheet;
    }

    /// <summary>Presses a button that opens or closes a part of the card; nothing is sent.</summary>
    public static T Unfold<T>(this T sheet, string title)
        where T : SeenSheet
    {
        sheet.Toggle(title);
        return sheet;
    }
}
