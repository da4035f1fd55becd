using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>Sheets as they stand, beside the relationships. What follows from decisions is only noted.</summary>
internal sealed class AgreementsInMemory(RelationshipsInMemory relationships) : IAgreements
{
    private readonly Dictionary<(PersonId, RelationshipId), Sheet> own = [];
    private readonly Dictionary<(PersonId, RelationshipId), ShownSheet> shown = [];

    public List<Consequence> Consequences { get; } = [];

    public Task<Sheet> Own(PersonId person, RelationshipId relationship, CancellationToken cancellationToken) =>
        Task.FromResult(own.GetValueOrDefault((person, relationship)) ?? Sheet.Blank(relationship, person));

    public async Task<SheetOutcome> DecideOwn(
        PersonId person, RelationshipId relationship, Func<Sheet, Decision<Sheet, SheetOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(await Own(person, relationship, cancellationToken));
        own[(person, relationship)] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return decision.Outcome;
    }

    public Task<ShownSheet> Shown(RelationshipId relationship, PersonId author, CancellationToken cancellationToken) =>
        Task.FromResult(shown.GetValueOrDefault((author, relationship)) ?? ShownSheet.Nothing(relationship, author));

    public async Task<ShownSheet> DecideShown(
        RelationshipId relationship, PersonId author, Func<Relationship?, ShownSheet, Decision<ShownSheet, ShownSheet>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(relationships.GetValueOrDefault(relationship), await Shown(relationship, author, cancellationToken));
        shown[(author, relationship)] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return decision.Outcome;
    }

    public async Task<int?> LookAgainOf(Relationship relationship, CancellationToken cancellationToken) =>
        Agreeing.LookAgainOf(await Shown(relationship.Id, relationship.Mentee, cancellationToken), await Shown(relationship.Id, relationship.Mentor, cancellationToken));

    public async Task<int?> MinutesOf(Relationship relationship, CancellationToken cancellationToken) =>
        Agreeing.MinutesOf(await Shown(relationship.Id, relationship.Mentee, cancellationToken), await Shown(relationship.Id, relationship.Mentor, cancellationToken));
}
