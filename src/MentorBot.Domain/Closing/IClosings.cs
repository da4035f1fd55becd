using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Closing;

/// <summary>Where it is kept how two people go on: beside the pair, so that both are decided on together.</summary>
public interface IClosings
{
    /// <summary>The pair is null when it is not there (any more).</summary>
    Task<(Relationship? Pair, Outlook Outlook)> Find(RelationshipId id, CancellationToken cancellationToken);

    /// <summary>Where there is no pair, nothing is decided and the answer is "as it is". What happens next by itself is written with the decision.</summary>
    /// <param name="decide">Pure; asked again when somebody else was faster, or the relationship changed meanwhile.</param>
    Task<ClosingOutcome> Decide(RelationshipId id, Func<Relationship, Outlook, Decision<Outlook, ClosingOutcome>> decide, CancellationToken cancellationToken);
}
