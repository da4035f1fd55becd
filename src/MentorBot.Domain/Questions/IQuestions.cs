using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Questions;

/// <summary>Where questions for next time are kept: beside the pair, under the relationship's key.</summary>
public interface IQuestions
{
    /// <summary>The pair and this author's question; the pair is null when it is not there any more.</summary>
    Task<(Relationship? Pair, Question? Question)> Find(RelationshipId relationship, PersonId author, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster. The pair is null when it is not there any more.</param>
    Task<QuestionOutcome> Decide(
        RelationshipId relationship, PersonId author, Func<Relationship?, Question?, Decision<Question, QuestionOutcome>> decide, CancellationToken cancellationToken);
}
