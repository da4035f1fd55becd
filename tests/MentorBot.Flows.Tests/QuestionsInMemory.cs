using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Questions as they stand. What follows from decisions is only noted.</summary>
internal sealed class QuestionsInMemory(RelationshipsInMemory relationships) : Dictionary<(RelationshipId, PersonId), Question>, IQuestions
{
    public List<Consequence> Consequences { get; } = [];

    public Task<(Relationship? Pair, Question? Question)> Find(RelationshipId relationship, PersonId author, CancellationToken cancellationToken) =>
        Task.FromResult((relationships.GetValueOrDefault(relationship), this.GetValueOrDefault((relationship, author))));

    public Task<QuestionOutcome> Decide(
        RelationshipId relationship, PersonId author, Func<Relationship?, Question?, Decision<Question, QuestionOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(relationships.GetValueOrDefault(relationship), this.GetValueOrDefault((relationship, author)));
        if (decision is { Changes: true, Next: { } next })
            this[(relationship, author)] = next;
        else if (decision.Changes)
            Remove((relationship, author));
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
