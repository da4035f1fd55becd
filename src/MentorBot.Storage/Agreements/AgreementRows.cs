using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Agreements;

/// <summary>
/// One's own sheet: in People, the row "with-{relationship}-agreement", under one's own key. What is shown of it: in Relationships,
/// the row "agreement-{person}", under the relationship's key; it never holds anything else.
/// </summary>
public sealed class AgreementRows(RecordRows records, BesidePair beside, Sealer sealer, MentoringProgramme programme) : IAgreements
{
    private readonly TenantId tenant = programme.Tenant;

    public async Task<Sheet> Own(PersonId person, RelationshipId relationship, CancellationToken cancellationToken) =>
        await records.Find(PartitionOf.Person(tenant, person), KeyOf(relationship), OwnCodec(person, relationship), cancellationToken) ?? Sheet.Blank(relationship, person);

    public Task<SheetOutcome> DecideOwn(
        PersonId person, RelationshipId relationship, Func<Sheet, Decision<Sheet, SheetOutcome>> decide, CancellationToken cancellationToken) =>
        records.Decide<Sheet, SheetOutcome>(
            PartitionOf.Person(tenant, person), KeyOf(relationship), OwnCodec(person, relationship), found => decide(found ?? Sheet.Blank(relationship, person)), cancellationToken);

    public async Task<ShownSheet> Shown(RelationshipId relationship, PersonId author, CancellationToken cancellationToken) =>
        await Shown(relationship, author, opensWords: true, cancellationToken);

    public Task<ShownSheet> DecideShown(
        RelationshipId relationship, PersonId author, Func<Relationship?, ShownSheet, Decision<ShownSheet, ShownSheet>> decide, CancellationToken cancellationToken) =>
        beside.Decide<ShownSheet, ShownSheet>(
            relationship,
            KeyOf(author),
            ShownCodec(relationship, author),
            (pair, found) => decide(pair, found ?? ShownSheet.Nothing(relationship, author)),
            cancellationToken);

    public async Task<int?> MinutesOf(Relationship relationship, CancellationToken cancellationToken)
    {
        var (mentee, mentor) = await BothTicked(relationship, cancellationToken);
        return Agreeing.MinutesOf(mentee, mentor);
    }

    public async Task<int?> LookAgainOf(Relationship relationship, CancellationToken cancellationToken)
    {
        var (mentee, mentor) = await BothTicked(relationship, cancellationToken);
        return Agreeing.LookAgainOf(mentee, mentor);
    }

    /// <summary>What both show, with its words left sealed.</summary>
    private async Task<(ShownSheet Mentee, ShownSheet Mentor)> BothTicked(Relationship relationship, CancellationToken cancellationToken)
    {
        var mentee = Shown(relationship.Id, relationship.Mentee, opensWords: false, cancellationToken);
        var mentor = Shown(relationship.Id, relationship.Mentor, opensWords: false, cancellationToken);
        return (await mentee, await mentor);
    }

    private async Task<ShownSheet> Shown(RelationshipId relationship, PersonId author, bool opensWords, CancellationToken cancellationToken) =>
        await records.Find(beside.PartitionOf(relationship), KeyOf(author), ShownCodec(relationship, author, opensWords), cancellationToken)
        ?? ShownSheet.Nothing(relationship, author);

    private static string KeyOf(RelationshipId relationship) => OfOne.Prefix(relationship) + "agreement";

    private static string KeyOf(PersonId author) => "agreement-" + KeyText.Of(author.Value);

    private SheetCodec OwnCodec(PersonId person, RelationshipId relationship) => new(sealer, Owner.Person(tenant, person), relationship, person);

    private ShownSheetCodec ShownCodec(RelationshipId relationship, PersonId author, bool opensWords = true) =>
        new(sealer, Owner.Relationship(tenant, relationship.Value), relationship, author, opensWords);
}
