using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Tests;

/// <summary>Meetings as they stand, beside the relationships. What follows from decisions is only noted.</summary>
internal sealed class MeetingsInMemory(RelationshipsInMemory relationships) : IMeetings
{
    private readonly Dictionary<RelationshipId, Meetings> meetings = [];

    public List<Consequence> Consequences { get; } = [];

    public Meetings this[RelationshipId id]
    {
        get => meetings.GetValueOrDefault(id) ?? Meetings.Of(relationships[id].Begun);
        set => meetings[id] = value;
    }

    public Task<Together?> Find(RelationshipId id, CancellationToken cancellationToken) =>
        Task.FromResult(relationships.TryGetValue(id, out var pair) ? new Together(pair, this[id]) : null);

    public async Task<MeetingsOutcome> Decide(RelationshipId id, Func<Together, Decision<Meetings, MeetingsOutcome>> decide, CancellationToken cancellationToken)
    {
        if (await Find(id, cancellationToken) is not { } together)
            return new MeetingsOutcome.AsItIs(null);
        var decision = decide(together);
        if (decision.Changes)
            this[id] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return decision.Outcome;
    }
}
