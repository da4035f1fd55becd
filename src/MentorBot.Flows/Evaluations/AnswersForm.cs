using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Evaluations;

/// <summary>What people wrote when they looked back, question by question, page by page.</summary>
internal static class AnswersForm
{
    private const int MostAtOnce = 10;

    /// <summary>In characters.</summary>
    private const int MostWritten = 6_000;

    /// <param name="after">How many were read already.</param>
    public static Form Of(ImmutableArray<Released> released, int after, int shownDays)
    {
        var all = LookBackForms.Questions.Index().SelectMany(question => released.SelectMany(one => one.Answers[question.Index]).Select(answer => (Question: question.Item, Answer: answer))).ToList();
        if (after >= all.Count)
            after = 0;
        var page = new List<(string Question, Confidential Answer)>();
        foreach (var one in all.Skip(after).Take(MostAtOnce).TakeWhile(one => page.Count == 0 || page.Sum(before => FormText.Length(before.Answer)) + FormText.Length(one.Answer) <= MostWritten))
            page.Add(one);

        var next = after + page.Count;
        return new(EvaluationText.Title, Card.Of(
            null,
            [
                Card.Text(all.Count == 0 ? EvaluationText.NothingToRead : EvaluationText.ReadIntro.With(shownDays)),
                .. page.GroupBy(one => one.Question).SelectMany(Answers),
            ],
            next < all.Count ? Card.Submit(EvaluationText.ReadOn, EvaluationActions.ReadNext, (EvaluationActions.After, next.ToString(CultureInfo.InvariantCulture))) : null,
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    /// <summary>Each with a line of its own above it, so that nobody takes two for one.</summary>
    private static IEnumerable<AdaptiveElement> Answers(IGrouping<string, (string Question, Confidential Answer)> question)
    {
        yield return Card.Text($"**{question.Key}**");
        foreach (var (_, answer) in question)
        {
            yield return Card.Small(EvaluationText.Somebody);
            yield return Card.Written(FormText.Show(answer) ?? "");
        }
    }
}
