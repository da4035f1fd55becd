using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>The result, the same for everyone who was invited and for coordinators; and the forms behind it.</summary>
public sealed class ResultCards(IDirectory directory, MentoringProgramme programme)
{
    /// <summary>Of the same form, the newest.</summary>
    private const int MostEarlier = 6;

    /// <param name="all">Among them those before this one.</param>
    public async Task<AdaptiveCard> Result(Pulse pulse, ImmutableArray<Pulse> all, Reader reader, CancellationToken cancellationToken)
    {
        if (pulse.Figures is not { } figures)
            return Card.Of(ResultText.TooFewTitle, [Card.Text(ResultText.TooFew)], OwnForms.Open);

        var coordinator = await directory.NameOf(programme.Coordinators[0], cancellationToken);
        return Card.Of(
            ResultText.Title.With(Month(pulse, pulse, reader)),
            [
                Card.Text(ResultText.Overall.With(FigureWords.Of(figures.Everyone.Mean))),
                Card.Text(ResultText.People.With(figures.Everyone.Number.AtLeast)),
                .. FigureWords.Lines(figures).Skip(1).Select(line => Card.Text(ResultText.Line.With(line.What, FigureWords.Of(line.Score.Mean)))),
                Card.Text(ResultText.Spread.With(FigureWords.Of(figures.Everyone.Spread))),
                Chart(figures),
                figures.Functions.IsEmpty ? null : Card.Text(ResultText.ToRead),
                .. FigureWords.Parts(figures).Select(part => Card.Text(ResultText.Line.With(part.What, FigureWords.Of(part.Mean)))),
                Card.Text(ResultText.Together.With(FigureWords.Of(figures.Alpha))),
                .. Earlier(pulse, all, reader),
                Card.Small(ResultText.Body.With(coordinator)),
            ],
            Card.Open(ResultText.NotShownButton, PulseActions.NotShown, (PulseActions.Pulse, pulse.Id.Value)),
            OwnForms.Open,
            Card.Open(ResultText.TableButton, PulseActions.Table, (PulseActions.Pulse, pulse.Id.Value)));
    }

    public static Form NotShown() => new(ResultText.NotShownTitle, Card.Of(
        null,
        [
            Card.Text(ResultText.NotShown1),
            Card.Text(ResultText.NotShown2),
            Card.Text(ResultText.NotShown3),
            Card.Text(ResultText.NotShown4),
            Card.Text(ResultText.NotShown5),
            Card.Text(ResultText.NotShown6),
            Card.Text(ResultText.NotShown7),
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <param name="withFile">Only coordinators take the figures elsewhere.</param>
    public static Form Table(Pulse pulse, ShownFigures figures, bool withFile, Reader reader) => new(ResultText.Title.With(Month(pulse, pulse, reader)), Card.Of(
        null,
        [
            .. FigureWords.Lines(figures).Select(line => Card.Text(
                ResultText.Row.With(line.What, FigureWords.Of(line.Score.Mean), line.Score.Number.AtLeast, FigureWords.Of(line.Score.Spread)))),
            figures.Functions.IsEmpty ? null : Card.Text(ResultText.ToRead),
            .. FigureWords.Parts(figures).Select(part => Card.Text(ResultText.Line.With(part.What, FigureWords.Of(part.Mean)))),
            Card.Text(ResultText.Together.With(FigureWords.Of(figures.Alpha))),
        ],
        withFile ? Card.Submit(ResultText.FileButton, PulseActions.File, (PulseActions.Pulse, pulse.Id.Value)) : null,
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>In a field, from which it can be copied; what is changed in it goes nowhere.</summary>
    public static Form File(ShownFigures figures) => new(ResultText.FileTitle, Card.Of(
        null,
        [
            Card.Text(ResultText.FileIntro),
            new AdaptiveTextInput { Id = PulseActions.Figures, Label = ResultText.FileLabel, IsMultiline = true, Value = FigureFile.Of(figures) },
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>Overall, and by role and age. The parts of the index are to be read, not to be compared.</summary>
    private static BarChart Chart(ShownFigures figures) => BarChart.Of(
        ResultText.ChartTitle,
        FigureWords.Lines(figures).Select(line => (ResultText.ChartBar.With(line.What, FigureWords.Of(line.Score.Mean)), line.Score.Mean.Tenths / 10m)),
        ResultText.InsteadOfChart);

    /// <summary>Of the same form and the same people only: others are another thing.</summary>
    private static IEnumerable<AdaptiveElement> Earlier(Pulse pulse, ImmutableArray<Pulse> all, Reader reader)
    {
        var earlier = all
            .Where(one => one.Id != pulse.Id && one.Stage == PulseStage.Closed && one.ClosesAt < pulse.ClosesAt && one.Plan.Form == pulse.Plan.Form && one.Plan.Group == pulse.Plan.Group)
            .OrderByDescending(one => one.ClosesAt)
            .Take(MostEarlier)
            .Where(one => one.Figures is not null)
            .ToList();
        if (earlier.Count > 0)
            yield return Card.Text(ResultText.Earlier);
        foreach (var one in earlier)
            yield return Card.Text(ResultText.Line.With(Month(one, pulse, reader), FigureWords.Of(one.Figures!.Everyone.Mean)));
    }

    /// <summary>The month in which one closed; with its year where that is not the year of the other.</summary>
    private static string Month(Pulse pulse, Pulse besides, Reader reader)
    {
        var (day, other) = (pulse.ClosesAt.InZone(reader.Zone).Date, besides.ClosesAt.InZone(reader.Zone).Date);
        var month = reader.Culture.DateTimeFormat.GetMonthName(day.Month);
        return day.Year == other.Year ? month : $"{month} {day.Year.ToString(reader.Culture)}";
    }
}
