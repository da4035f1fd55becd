using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Notes;

/// <summary>
/// Notes for both: in Relationships, the rows "note-{conversation}-{phase}-{author}", under the relationship's key. One's own: in
/// People, the rows "with-{relationship}-note-{conversation}-{phase}", under one's own.
/// </summary>
public sealed class NoteRows(RecordRows records, BesidePair beside, Sealer sealer, MentoringProgramme programme) : INotes
{
    private readonly TenantId tenant = programme.Tenant;

    public Task<ImmutableArray<Note>> ForBoth(RelationshipId relationship, int session, CancellationToken cancellationToken) =>
        records.All(beside.PartitionOf(relationship), Prefix(session), CodecOf(relationship), cancellationToken);

    public async Task<ImmutableArray<Phase>> Parts(RelationshipId relationship, int session, CancellationToken cancellationToken) =>
        [.. (await records.Keys(beside.PartitionOf(relationship), Prefix(session), cancellationToken)).Select(key => (Phase)(key[Prefix(session).Length] - '0')).Distinct()];

    public Task<ImmutableArray<Note>> Own(PersonId person, RelationshipId relationship, int session, CancellationToken cancellationToken) =>
        records.All(PartitionOf.Person(tenant, person), OfOne.Prefix(relationship) + Prefix(session), CodecOf(person), cancellationToken);

    public Task<NoteOutcome> DecideForBoth(
        RelationshipId relationship,
        int session,
        Phase phase,
        PersonId author,
        Func<Relationship?, Note?, Decision<Note, NoteOutcome>> decide,
        CancellationToken cancellationToken) => beside.Decide(
        relationship, $"{Prefix(session)}{(int)phase}-{KeyText.Of(author.Value)}", CodecOf(relationship), decide, cancellationToken);

    public Task<NoteOutcome> DecideOwn(
        PersonId person, RelationshipId relationship, int session, Phase phase, Func<Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken) => records.Decide(
        PartitionOf.Person(tenant, person), $"{OfOne.Prefix(relationship)}{Prefix(session)}{(int)phase}", CodecOf(person), decide, cancellationToken);

    /// <summary>Numbers and phases sort as they follow one another.</summary>
    private static string Prefix(int session) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note-{session:D6}-");

    private NoteCodec CodecOf(RelationshipId relationship) => new(sealer, Owner.Relationship(tenant, relationship.Value));

    private NoteCodec CodecOf(PersonId person) => new(sealer, Owner.Person(tenant, person));
}
