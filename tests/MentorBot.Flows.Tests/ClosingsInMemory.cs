using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>How pairs go on, beside the relationships. What follows from decisions is only noted.</summary>
internal sealed class ClosingsInMemory(RelationshipsInMemory relationships) : IClosings
{
    private readonly Dictionary<RelationshipId, Outlook> outlooks = [];

    public List<Consequence> Consequences { get; } = [];

    public Outlook this[RelationshipId id]
    {
        get => outlooks.GetValueOrDefault(id) ?? Outlook.New;
        set => outlooks[id] = value;
    }

    public Task<(Relationship? Pair, Outlook Outlook)> Find(RelationshipId id, CancellationToken cancellationToken) =>
        Task.FromResult((relationships.GetValueOrDefault(id), this[id]));

    public Task<ClosingOutcome> Decide(RelationshipId id, Func<Relationship, Outlook, Decision<Outlook, ClosingOutcome>> decide, CancellationToken cancellationToken)
    {
        if (!relationships.TryGetValue(id, out var pair))
            return Task.FromResult<ClosingOutcome>(new ClosingOutcome.AsItIs(null, Outlook.New));
        var decision = decide(pair, this[id]);
        if (decision.Changes)
            this[id] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }
}
