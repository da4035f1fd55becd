using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Questions;

/// <summary>Where a question for next time is written and read.</summary>
public static class QuestionForms
{
    /// <param name="words">What the field holds.</param>
    /// <param name="waiting">The one that the other has not read yet: sending changes it. Null for none.</param>
    public static Form Ask(RelationshipId id, string name, Confidential? words, Question? waiting, string? wrong = null) => new(QuestionText.AskTitle, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(QuestionText.AskIntro.With(name)),
            waiting is null ? null : Card.Small(QuestionText.Waits.With(name)),
            .. waiting is not null && !waiting.Words.Equals(words) ? WritingForm.Read(QuestionText.SentSoFar, waiting.Words, "") : [],
            WritingForm.Field(QuestionActions.Words, QuestionText.YourQuestion, words, AskingAhead.LongestQuestion),
        ],
        Submit(QuestionText.Send, QuestionActions.Send, id, waiting),
        waiting is null ? null : Submit(QuestionText.TakeBack, QuestionActions.TakeBack, id, waiting),
        Card.Submit(QuestionText.LeaveIt, ActionIds.CloseForm)));

    public static Form Sent(Question question, string name) => new(QuestionText.AskTitle, Card.Of(
        null,
        [Card.Text(QuestionText.Sent.With(name))],
        Card.Submit(TurnText.Close, ActionIds.CloseForm),
        Submit(QuestionText.TakeBack, QuestionActions.TakeBack, question.In, question)));

    public static Form Read(Question question, string name) => new(QuestionText.ReadTitle.With(name), Card.Of(
        null,
        [.. WritingForm.Read(QuestionText.From.With(name), question.Words, ""), Card.Small(QuestionText.NoAnswer)],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    private static AdaptiveAction Submit(string title, string id, RelationshipId relationship, Question? seen) => seen is null
        ? Card.Submit(title, id, (RelationshipActions.Relationship, relationship.Value))
        : Card.Submit(title, id, (RelationshipActions.Relationship, relationship.Value), (QuestionActions.Seen, seen.Version));
}
