namespace MentorBot.Domain.Questions;

/// <summary>The answer to who asks ahead, takes it back, or reads it.</summary>
public abstract record QuestionOutcome
{
    /// <param name="Now">Null when it was taken back.</param>
    public sealed record Done(Question? Now) : QuestionOutcome;

    /// <summary>The same again, or nothing to do; null when there is none.</summary>
    public sealed record AsItIs(Question? Now) : QuestionOutcome;

    /// <summary>It was changed in another window since; nothing is lost, and nothing was sent.</summary>
    public sealed record ChangedMeanwhile(Question Now) : QuestionOutcome;

    /// <summary>It has been read, and cannot be taken back.</summary>
    public sealed record Read(Question Now) : QuestionOutcome;

    public sealed record NotYours : QuestionOutcome;

    /// <summary>The relationship has ended.</summary>
    public sealed record Gone : QuestionOutcome;
}
