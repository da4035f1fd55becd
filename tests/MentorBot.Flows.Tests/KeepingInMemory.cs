using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Flows.Tests;

/// <summary>What two keep, as it stands; and each one's own. What follows from decisions is only noted.</summary>
internal sealed class KeepingInMemory(RelationshipsInMemory relationships, NotesInMemory notes) : IKeeping
{
    public Dictionary<(RelationshipId In, int Number), Keep> Shared { get; } = [];

    public Dictionary<(PersonId Person, RelationshipId In, int Number), OwnLines> Alone { get; } = [];

    public List<Consequence> Consequences { get; } = [];

    public Task<(Relationship? Pair, Keep? Keep)> Find(RelationshipId id, int number, CancellationToken cancellationToken) =>
        Task.FromResult((relationships.GetValueOrDefault(id), Shared.GetValueOrDefault((id, number))));

    public Task<KeepOutcome> Decide(RelationshipId id, int number, Func<Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(relationships.GetValueOrDefault(id), Shared.GetValueOrDefault((id, number)));
        if (decision.Changes)
            Shared[(id, number)] = decision.Next!;
        Consequences.AddRange(decision.Consequences);
        return Task.FromResult(decision.Outcome);
    }

    public Task<OwnLines> Own(PersonId person, RelationshipId id, int number, CancellationToken cancellationToken) =>
        Task.FromResult(Alone.GetValueOrDefault((person, id, number)) ?? OwnLines.Nothing(person, id, number));

    public async Task<OwnLinesOutcome> DecideOwn(
        PersonId person, RelationshipId id, int number, Func<OwnLines, Decision<OwnLines, OwnLinesOutcome>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(await Own(person, id, number, cancellationToken));
        if (decision.Changes)
            Alone[(person, id, number)] = decision.Next!;
        return decision.Outcome;
    }

    public async Task BringHome(RelationshipId id, int number, CancellationToken cancellationToken)
    {
        if (Shared.GetValueOrDefault((id, number)) is not { IsHome: false } keep)
            return;
        var forBoth = await notes.ForBoth(id, number, cancellationToken);
        var brought = forBoth.Where(note => keep.Stage != KeepStage.Nothing || !keep.IsOfItsTime(note)).ToList();
        if (brought.Count > 0)
            await Decide(id, number, (_, found) => Drafting.Late(found, brought.Select(note => note.Author)), cancellationToken);
        keep = Shared[(id, number)];
        foreach (var share in keep.Shares)
            await DecideOwn(share.Person, id, number, own => KeepingOwn.Take(own, KeepingOwn.Of(keep, share.Person, brought)), cancellationToken);
        foreach (var note in forBoth)
            notes.Both.Remove((id, number, note.Phase, note.Author));
        await Decide(id, number, (_, found) => Approving.Brought(found, keep.Revision), cancellationToken);
    }
}
