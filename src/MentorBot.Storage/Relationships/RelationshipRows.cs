using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Relationships;

/// <summary>Relationships: the row "pair"; and in People, by which each of the two finds it, "member-{relationship}". From its date of erasure on it is not there, however long the erasing takes.</summary>
public sealed class RelationshipRows(IRowStore store, Decisions decisions, Sealer sealer, MentoringProgramme programme, IClock clock) : IRelationships
{
    private const string Member = "member-";

    /// <summary>Far longer than any answer takes that had found the relationship before it was erased.</summary>
    private static readonly Duration SweptAfter = Duration.FromDays(1);

    private readonly TenantId tenant = programme.Tenant;
    private readonly RelationshipCodec codec = new(sealer, programme.Tenant);

    public async Task<Relationship?> Find(RelationshipId id, CancellationToken cancellationToken) => (await Read(id, cancellationToken)).Pair;

    public async Task<ImmutableArray<Relationship>> Of(PersonId person, CancellationToken cancellationToken)
    {
        var members = await store.Prefix(PartitionOf.Person(tenant, person), Member, cancellationToken);
        var pairs = await Task.WhenAll(members.Select(row => Find(new(KeyText.Back(row.Key[Member.Length..])), cancellationToken)));
        return [.. pairs.OfType<Relationship>().OrderByDescending(pair => pair.Begun).ThenBy(pair => pair.Id.Value, StringComparer.Ordinal)];
    }

    public Task<RelationshipOutcome> Decide(
        RelationshipId id, Func<Relationship?, Decision<Relationship, RelationshipOutcome>> decide, CancellationToken cancellationToken) => decisions.Run(
        PartitionOf.Relationship(tenant, id.Value),
        token => Read(id, token),
        async (read, token) =>
        {
            var decision = decide(read.Pair);
            if (!decision.Changes)
                return Plan.Nothing(decision.Outcome);

            var next = decision.Next!;
            var properties = await codec.Encode(next, token);
            Write pair = read.Row is { } before ? new Write.Replace(RelationshipCodec.Key, before.ETag, properties) : new Write.Insert(RelationshipCodec.Key, properties);
            var now = clock.GetCurrentInstant();
            var lookAt = OutboxRows.LookAt(decision.Consequences, now).Add(now);
            return new(decision.Outcome, [pair, .. decision.Consequences.Select(OutboxRows.Write)], [.. (next.NextDue is { } due ? lookAt.Add(due) : lookAt).Distinct()]);
        },
        cancellationToken);

    internal static string MemberOf(RelationshipId id) => Member + KeyText.Of(id.Value);

    /// <summary>The person finds the relationship from now on. May be repeated.</summary>
    internal Task Join(PersonId person, RelationshipId id, CancellationToken cancellationToken)
    {
        var (partition, key) = (PartitionOf.Person(tenant, person), MemberOf(id));
        return decisions.Run(
            partition,
            token => store.Get(partition, key, token),
            (row, _) => ValueTask.FromResult(row is null ? Plan.Of(true, new Write.Insert(key, ImmutableDictionary<string, object>.Empty)) : Plan.Nothing(false)),
            cancellationToken);
    }

    /// <summary>The person does not find it any more; what was written at that very moment goes a while later.</summary>
    internal Task Leave(PersonId person, RelationshipId id, CancellationToken cancellationToken)
    {
        ImmutableArray<Consequence> sweep = [new Consequence.Step(RelationshipNotices.Sweep, id.Value, "") { At = clock.GetCurrentInstant() + SweptAfter }];
        var (partition, key) = (PartitionOf.Person(tenant, person), MemberOf(id));
        return decisions.Run(
            partition,
            token => store.Get(partition, key, token),
            (row, _) => ValueTask.FromResult(row is null
                ? Plan.Nothing(false)
                : new Plan<bool>(true, [new Write.Delete(key, row.ETag), .. sweep.Select(OutboxRows.Write)], OutboxRows.LookAt(sweep, clock.GetCurrentInstant()))),
            cancellationToken);
    }

    private async Task<(Row? Row, Relationship? Pair)> Read(RelationshipId id, CancellationToken cancellationToken)
    {
        var row = await store.Get(PartitionOf.Relationship(tenant, id.Value), RelationshipCodec.Key, cancellationToken);
        return row is null || RelationshipCodec.EraseAtOf(row) <= clock.GetCurrentInstant() ? (row, null) : (row, await codec.Decode(row, cancellationToken));
    }
}
