using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Evaluations;

/// <summary>Writing to the six questions, and reading it once more before others do.</summary>
internal static class LookBackForms
{
    public static ImmutableArray<string> Questions =>
        [EvaluationText.Hoped, EvaluationText.CameAbout, EvaluationText.Moment, EvaluationText.MadePossible, EvaluationText.StoodInTheWay, EvaluationText.ToChange];

    /// <param name="words">What the fields hold; null for nothing.</param>
    /// <param name="waiting">What was sent already: its revision goes with the form.</param>
    /// <param name="eraseAt">When it is erased if it was not shown.</param>
    /// <param name="shownDays">For how many days answers can be read.</param>
    /// <param name="wrong">What has to be put right as a whole; a field that is too long says so itself.</param>
    public static Form Write(RelationshipId about, LookBack? words, Waiting? waiting, Instant eraseAt, int shownDays, Reader reader, string? wrong = null) => new(EvaluationText.Title, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(EvaluationText.Intro),
            Card.Small(EvaluationText.Erased.With(LookBackCards.LastDay(eraseAt, reader), shownDays)),
            waiting is null ? null : Card.Small(EvaluationText.Waits),
            .. Questions.Index().SelectMany(question => Asked(question.Index, question.Item, words)),
        ],
        Submit(EvaluationText.AsOthersSeeIt, EvaluationActions.Preview, about, waiting?.Revision ?? 0),
        Submit(EvaluationText.Send, EvaluationActions.Send, about, waiting?.Revision ?? 0),
        waiting is null ? null : Card.Submit(EvaluationText.TakeItBack, EvaluationActions.TakeBackHere, LookBackCards.About(about)),
        Card.Submit(EvaluationText.NotForMe, ActionIds.CloseForm)));

    /// <summary>What is shown travels on in fields that nobody sees: nothing is kept of it before it is sent.</summary>
    /// <param name="seen">The revision that went with the form.</param>
    public static Form Preview(RelationshipId about, LookBack words, int seen) => new(EvaluationText.AsOthersSeeIt, Card.Of(
        null,
        [
            Card.Text(words.IsEmpty ? EvaluationText.NothingToRead : EvaluationText.PreviewIntro),
            .. Questions.Zip(words.Texts).Where(one => one.Second is not null).SelectMany(one => WritingForm.Read(one.First, one.Second, "")),
            new AdaptiveContainer { IsVisible = false, Items = [.. Questions.Index().Select(question => Field(question.Index, question.Item, words))] },
        ],
        Submit(EvaluationText.Send, EvaluationActions.Send, about, seen),
        Submit(EvaluationText.Change, EvaluationActions.Change, about, seen)));

    /// <summary>Nothing can be taken back any more; what everybody wrote can be read.</summary>
    public static Form Shown() => new(EvaluationText.Title, Card.Of(
        null,
        [Card.Text(EvaluationText.Shown)],
        Card.Submit(EvaluationText.ReadThem, EvaluationActions.ReadNext),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    public static LookBack Read(Submission submission) =>
        LookBack.Of([.. Enumerable.Range(0, LookBack.Questions).Select(question => submission.Words(EvaluationActions.Answer(question)))]);

    public static bool IsTooLong(LookBack words) => words.Texts.Any(text => WritingForm.WrongWith(text, LookBack.Longest) is not null);

    private static IEnumerable<AdaptiveElement> Asked(int question, string label, LookBack? words)
    {
        if (WritingForm.WrongWith(words?.Texts[question], LookBack.Longest) is { } wrong)
            yield return Card.Wrong(wrong);
        yield return Field(question, label, words);
    }

    private static AdaptiveTextInput Field(int question, string label, LookBack? words) =>
        WritingForm.Field(EvaluationActions.Answer(question), label, words?.Texts[question], LookBack.Longest);

    private static AdaptiveAction Submit(string title, string id, RelationshipId about, int seen) =>
        Card.Submit(title, id, [.. LookBackCards.About(about), (EvaluationActions.Seen, seen.ToString(CultureInfo.InvariantCulture))]);
}
