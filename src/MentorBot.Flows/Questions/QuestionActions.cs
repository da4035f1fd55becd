namespace MentorBot.Flows.Questions;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class QuestionActions
{
    // Openers of forms, with the relationship.
    public const string Ask = "questions.ask.v1";
    public const string Read = "questions.read.v1";

    // The same from within a form.
    public const string ReadNext = "questions.read-next.v1";
}
