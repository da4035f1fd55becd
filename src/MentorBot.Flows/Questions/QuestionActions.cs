namespace MentorBot.Flows.Questions;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class QuestionActions
{
    // On the card that mentions it.
    public const string Later = "questions.later.v1";

    // Openers of forms, with the relationship.
    public const string Ask = "questions.ask.v1";
    public const string Read = "questions.read.v1";

    // The same from within a form.
    public const string AskNext = "questions.ask-next.v1";
    public const string ReadNext = "questions.read-next.v1";

    // In forms.
    public const string Send = "questions.send.v1";
    public const string TakeBack = "questions.take-back.v1";

    // What forms carry beside the relationship: the version of the question that they showed, if they showed one.
    public const string Seen = "seen";

    // The field.
    public const string Words = "question";
}
