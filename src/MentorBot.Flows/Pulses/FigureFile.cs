using System.Buffers;
using System.Globalization;
using MentorBot.Domain.Pulses;

namespace MentorBot.Flows.Pulses;

/// <summary>The figures as lines of a CSV file, in the reader's culture, as spreadsheets there expect it. It says what the card says.</summary>
public static class FigureFile
{
    /// <summary>A spreadsheet takes a cell that begins so for a formula.</summary>
    private static readonly SearchValues<char> Formulas = SearchValues.Create("=+-@\t\r");

    public static string Of(ShownFigures figures) => string.Join(
        "\r\n",
        [
            Line(ResultText.ColumnWhat, ResultText.ColumnMean, ResultText.ColumnPeople, ResultText.ColumnSpread),
            .. FigureWords.Lines(figures).Select(line => Line(
                line.What, FigureWords.Of(line.Score.Mean), line.Score.Number.AtLeast.ToString(CultureInfo.CurrentCulture), FigureWords.Of(line.Score.Spread))),
            .. FigureWords.Parts(figures).Select(part => Line(part.What, FigureWords.Of(part.Mean), "", "")),
            Line(ResultText.AlphaLabel, FigureWords.Of(figures.Alpha), "", ""),
        ]);

    public static string Cell(string text)
    {
        var harmless = text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Line(params IEnumerable<string> cells) => string.Join(CultureInfo.CurrentCulture.TextInfo.ListSeparator, cells.Select(Cell));
}
