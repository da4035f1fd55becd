using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>What somebody answered, for themselves alone. It is never on a card.</summary>
public static class OwnForms
{
    public static AdaptiveAction Open => Card.Open(OwnAnswersText.Button, PulseActions.Own);

    /// <summary>By whom they are about and by form, since forms cannot be compared; the newest first in each.</summary>
    internal static Form All(IReadOnlyList<(OwnAnswers Own, string Name)> all, Reader reader)
    {
        var only = all.Select(one => one.Own.Other).Distinct().Count() == 1 ? all[0].Name : null;
        return new(OwnAnswersText.Title, Card.Of(
            null,
            [
                Card.Text(only is null ? OwnAnswersText.IntroSeveral : OwnAnswersText.Intro.With(only)),
                .. all.GroupBy(one => (one.Own.About, one.Own.Form)).SelectMany(alike => alike).SelectMany(one => One(one.Own, one.Name, reader)),
                Card.Small(only is null ? OwnAnswersText.ThoughtSeveral : OwnAnswersText.Thought.With(only)),
            ],
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    internal static Form Statements(OwnAnswers own, string name, Reader reader) => new(OwnAnswersText.StatementsTitle.With(name, reader.Day(own.At)), Card.Of(
        null,
        MentoringIndex.ItemsOf(own.Form).SelectMany(item => new[]
        {
            Card.Text(MentoringIndex.Statement(item)),
            Card.Small(own.Answers[item] is { } chosen ? AskedCards.Worded(chosen) : OwnAnswersText.LeftOut),
        }),
        Card.Submit(OwnAnswersText.Back, PulseActions.OwnNext),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    internal static Form Erase(OwnAnswers own) => new(OwnAnswersText.EraseTitle, Card.Of(
        null,
        [Card.Text(OwnAnswersText.EraseBody)],
        Card.Submit(OwnAnswersText.Erase, PulseActions.Erase, AskedCards.Ids(own.Pulse, own.About)),
        Card.Submit(OwnAnswersText.Keep, PulseActions.OwnNext)));

    private static IEnumerable<AdaptiveElement> One(OwnAnswers own, string name, Reader reader)
    {
        yield return Card.Text(Line(own, name, reader.Day(own.At)));
        if (own.Form == PulseForm.All)
            foreach (var function in MentoringIndex.Functions)
                yield return Card.Small(OwnAnswersText.Part.With(function.Name, Scoring.Of(own.Answers, function) is { } score ? FigureWords.Of(score) : OwnAnswersText.TooFew));
        yield return new AdaptiveActionSet
        {
            Actions =
            [
                Card.Submit(OwnAnswersText.StatementsButton, PulseActions.Statements, AskedCards.Ids(own.Pulse, own.About)),
                Card.Submit(OwnAnswersText.EraseButton, PulseActions.EraseNext, AskedCards.Ids(own.Pulse, own.About)),
            ],
        };
    }

    private static string Line(OwnAnswers own, string name, string day) => Scoring.Total(own.Answers, own.Form) is { } score
        ? OwnAnswersText.Line.With(name, day, FigureWords.Of(score), score.Count)
        : OwnAnswersText.LineTooFew.With(name, day);
}
