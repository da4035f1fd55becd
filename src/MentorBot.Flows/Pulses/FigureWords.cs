using System.Globalization;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;

namespace MentorBot.Flows.Pulses;

/// <summary>Figures as people read them, in their own culture. At the ends they are ranges.</summary>
internal static class FigureWords
{
    private const string OneDecimal = "0.0";

    /// <summary>The lines of a result, the overall one first; those that may not be shown are not there.</summary>
    public static IEnumerable<(string What, ShownScore Score)> Lines(ShownFigures figures)
    {
        yield return (ResultText.OverallLabel, figures.Everyone);
        if (figures.Mentors is { } mentors)
            yield return (ResultText.Mentors, mentors);
        if (figures.Mentees is { } mentees)
            yield return (ResultText.Mentees, mentees);
        if (figures.FirstHalfYear is { } first)
            yield return (ResultText.FirstHalfYear, first);
        if (figures.Longer is { } longer)
            yield return (ResultText.Longer, longer);
    }

    /// <summary>The parts of the index, in its order; empty where they may not be shown.</summary>
    public static IEnumerable<(string What, ShownMean Mean)> Parts(ShownFigures figures) =>
        MentoringIndex.Functions.Select(function => function.Name).Zip(figures.Functions);

    public static string Of(ShownMean mean) => Ranged(mean.Tenths / 10m, mean.IsLowEnd, mean.IsHighEnd, mean.IsRange ? "0" : OneDecimal);

    public static string Of(ShownSpread spread) => Ranged(spread.Halves / 2m, spread.IsFloor, isHigh: false, spread.IsFloor ? "0" : OneDecimal);

    /// <summary>The same whether too few answered everything or all came to one sum: that all agreed is not to be told.</summary>
    public static string Of(ShownAlpha? alpha) => alpha is { } shown ? Ranged(shown.Tenths / 10m, shown.IsLowEnd, shown.IsHighEnd, OneDecimal) : ResultText.CannotBeSaid;

    /// <summary>Somebody's own; for themselves alone.</summary>
    public static string Of(Score score) => score.Value.ToString(OneDecimal, CultureInfo.CurrentCulture);

    private static string Ranged(decimal value, bool isLow, bool isHigh, string format)
    {
        var number = value.ToString(format, CultureInfo.CurrentCulture);
        return isLow ? ResultText.OrLess.With(number) : isHigh ? ResultText.OrMore.With(number) : number;
    }
}
