using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>
/// What is shown of a check-in, to everyone invited and to the coordinators alike. Every figure is made of cells that each have five
/// people and five pairs or more, so that no sum or difference of figures is about fewer; and each cell had one more person invited
/// than it needs, so that a figure's being there does not tell that somebody took part.
/// </summary>
public static class Showing
{
    /// <summary>People who left nothing out: with fewer, alpha swings too widely to say anything.</summary>
    private const int EnoughForAlpha = 20;

    /// <returns>Null when nothing may be shown.</returns>
    public static ShownFigures? Of(PulseSums sums, Invited invited)
    {
        var level = (Level)Math.Min((int)invited.Finest, (int)Reached(sums));
        if (level == Level.Nothing)
            return null;
        var (isByRole, isByAge) = (level >= Level.ByRole, level >= Level.ByAge);
        return new(
            sums.Form,
            Line(sums, sums.People, invited.People, _ => true),
            isByRole ? Line(sums, sums.PeopleByRole[(int)PulseRole.Mentee], invited.ByRole[(int)PulseRole.Mentee], cell => cell.Role == PulseRole.Mentee) : null,
            isByRole ? Line(sums, sums.PeopleByRole[(int)PulseRole.Mentor], invited.ByRole[(int)PulseRole.Mentor], cell => cell.Role == PulseRole.Mentor) : null,
            isByAge ? Line(sums, sums.PeopleByAge[0], invited.ByAge[0], cell => !cell.IsLonger) : null,
            isByAge ? Line(sums, sums.PeopleByAge[1], invited.ByAge[1], cell => cell.IsLonger) : null,
            Functions(sums),
            sums.WithAllItems.People >= EnoughForAlpha && sums.Items.Alpha is { } alpha ? ShownAlpha.Of(alpha) : null);
    }

    private static Level Reached(PulseSums sums)
    {
        if (!sums.Everyone.IsEnough)
            return Level.Nothing;
        if (!Enum.GetValues<PulseRole>().All(role => sums.PeopleByRole[(int)role] >= Breadth.Enough))
            return Level.Everyone;
        return sums.Cells.All(cell => cell.People >= Breadth.Enough) ? Level.ByAge : Level.ByRole;
    }

    /// <summary>
    /// All six or none: only where they reach over enough people, and where those who count in the whole and not in them are enough
    /// as well, or nobody.
    /// </summary>
    private static ImmutableArray<ShownMean> Functions(PulseSums sums) =>
        sums.Form == PulseForm.All && sums.WithFunctions.IsEnough && (sums.WithoutFunctions.IsEmpty || sums.WithoutFunctions.IsEnough)
            ? [.. sums.Functions.Select(function => ShownMean.Of(function.Mean!.Value))]
            : [];

    private static ShownScore Line(PulseSums sums, int people, int invited, Func<Cell, bool> of)
    {
        var scores = Cell.All.Where(of).Aggregate(default(ScoreSums), (all, cell) => all.Plus(sums.Cells[cell.At].Scores));
        return new(NumberBand.Of(people, invited), ShownMean.Of(scores.Mean!.Value), ShownSpread.Of(scores.StandardDeviation!.Value));
    }
}
