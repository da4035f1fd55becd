using System.Globalization;
using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>The checked-in tables: answers, and the figures that were worked out from them apart from this code.</summary>
internal static class SampleAnswers
{
    public static IEnumerable<string> Sets => Lines("figures.csv").Select(line => line[0]);

    public static (PulseForm Form, List<Answers> Answers) Of(string set)
    {
        var lines = Lines("answers.csv").Where(line => line[0] == set).ToList();
        return (Enum.Parse<PulseForm>(lines[0][1]), [.. lines.Select(line => FromDigits(line[2]))]);
    }

    /// <summary>Number, mean, standard deviation, number of complete answers, alpha.</summary>
    public static (int Count, double Mean, double? Deviation, int Complete, double? Alpha) FiguresOf(string set)
    {
        var line = Lines("figures.csv").Single(line => line[0] == set);
        return (Whole(line[1]), double.Parse(line[2], CultureInfo.InvariantCulture), Decimal(line[3]), Whole(line[4]), Decimal(line[5]));
    }

    public static Answers FromDigits(string digits) =>
        Answers.Of(digits.Select((digit, at) => (Item: at + 1, Value: digit - '0')).Where(one => one.Value > 0));

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Pulses", file))
        .Where(line => !line.StartsWith('#'))
        .Skip(1)
        .Select(line => line.Split(','));

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double? Decimal(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
