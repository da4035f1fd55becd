using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Keeping;

/// <summary>
/// What two keep: in Relationships, the rows "keep-{conversation}", under the relationship's key. What is one's own: in People, the
/// rows "with-{relationship}-kept-{conversation}", under one's own.
/// </summary>
public sealed class KeepRows(RecordRows records, BesidePair beside, INotes notes, Sealer sealer, MentoringProgramme programme) : IKeeping
{
    private readonly TenantId tenant = programme.Tenant;

    public Task<(Relationship? Pair, Keep? Keep)> Find(RelationshipId id, int number, CancellationToken cancellationToken) =>
        beside.Find(id, Key(number), new KeepCodec(sealer, tenant, id), cancellationToken);

    public Task<KeepOutcome> Decide(RelationshipId id, int number, Func<Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide, CancellationToken cancellationToken) =>
        beside.Decide(id, Key(number), new KeepCodec(sealer, tenant, id), decide, cancellationToken);

    public async Task<OwnLines> Own(PersonId person, RelationshipId id, int number, CancellationToken cancellationToken) =>
        await records.Find(PartitionOf.Person(tenant, person), OwnKey(id, number), Codec(person, id, number), cancellationToken) ?? OwnLines.Nothing(person, id, number);

    public Task<OwnLinesOutcome> DecideOwn(
        PersonId person, RelationshipId id, int number, Func<OwnLines, Decision<OwnLines, OwnLinesOutcome>> decide, CancellationToken cancellationToken) => records.Decide(
        PartitionOf.Person(tenant, person),
        OwnKey(id, number),
        Codec(person, id, number),
        found => decide(found ?? OwnLines.Nothing(person, id, number)),
        cancellationToken);

    public async Task BringHome(RelationshipId id, int number, CancellationToken cancellationToken)
    {
        while (await Find(id, number, cancellationToken) is { Pair: not null, Keep: { IsHome: false } keep })
        {
            if (keep.Stage != KeepStage.Nothing)
                await Bring(keep, cancellationToken);
            else if (await EraseThoseOfItsTime(keep, cancellationToken) is { IsEmpty: false } late)
            {
                await Decide(id, number, (_, found) => Drafting.Late(found, late), cancellationToken);
                continue;
            }

            await Decide(id, number, (_, found) => Approving.Brought(found, keep.Revision), cancellationToken);
        }
    }

    /// <summary>What the offer said would be erased goes.</summary>
    /// <returns>Who wrote a note since: those stay.</returns>
    private async Task<ImmutableArray<PersonId>> EraseThoseOfItsTime(Keep keep, CancellationToken cancellationToken)
    {
        var all = await notes.ForBoth(keep.In, keep.Number, cancellationToken);
        foreach (var note in all.Where(keep.IsOfItsTime))
            await Leave(keep, note, cancellationToken);
        return [.. all.Where(note => !keep.IsOfItsTime(note)).Select(note => note.Author).Distinct()];
    }

    private Task<NoteOutcome> Leave(Keep keep, Note note, CancellationToken cancellationToken) =>
        notes.DecideForBoth(keep.In, keep.Number, note.Phase, note.Author, (_, found) => KeepingOwn.Leave(found, note), cancellationToken);

    /// <summary>First it is there, then it goes from here. A note that was changed meanwhile stays, and is brought with the next look.</summary>
    private async Task Bring(Keep keep, CancellationToken cancellationToken)
    {
        do
        {
            var forBoth = await notes.ForBoth(keep.In, keep.Number, cancellationToken);
            foreach (var share in keep.Shares)
            {
                var own = KeepingOwn.Of(keep, share.Person, forBoth);
                await DecideOwn(share.Person, keep.In, keep.Number, found => KeepingOwn.Take(found, own), cancellationToken);
            }

            foreach (var note in forBoth)
                await Leave(keep, note, cancellationToken);
            if (forBoth.IsEmpty)
                return;
        }
        while (true);
    }

    private OwnLinesCodec Codec(PersonId person, RelationshipId id, int number) => new(sealer, tenant, person, id, number);

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"keep-{number:D6}");

    private static string OwnKey(RelationshipId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{OfOne.Prefix(id)}kept-{number:D6}");
}
