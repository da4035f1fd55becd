using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Evaluations;

/// <summary>
/// What people write to the questions at the end. Evaluations: the rows "waiting-…" and "released-…" of the tenant. People: "lookback",
/// that they may read, and "with-{relationship}-lookback", that what they wrote about it was shown; neither says when, nor with whom.
/// </summary>
public sealed class EvaluationRows(
    IRowStore store,
    Decisions decisions,
    RecordRows records,
    Sealer sealer,
    IProfiles profiles,
    IDirectory directory,
    IChance chance,
    MentoringProgramme programme,
    IClock clock) : IEvaluations, IForgets
{
    private const string Mark = "lookback";

    private readonly TenantId tenant = programme.Tenant;
    private readonly Partition partition = PartitionOf.Evaluations(programme.Tenant);
    private readonly WaitingCodec waiting = new(sealer, programme.Tenant);
    private readonly ReleasedCodec released = new(sealer, programme.Tenant);

    public async Task<Waiting?> Find(PersonId person, RelationshipId about, CancellationToken cancellationToken) =>
        IfStill(await records.Find(partition, WaitingCodec.KeyOf(person, about), waiting, cancellationToken));

    public async Task<ImmutableArray<Waiting>> Of(PersonId person, CancellationToken cancellationToken) =>
        [.. (await records.All(partition, WaitingCodec.PrefixOf(person), waiting, cancellationToken)).Select(IfStill).OfType<Waiting>()];

    public async Task<LookBackOutcome> Decide(
        PersonId person, RelationshipId about, Func<Waiting?, DateTimeZone, Decision<Waiting, LookBackOutcome>> decide, CancellationToken cancellationToken)
    {
        var zone = await Zone(cancellationToken);
        return await records.Decide<Waiting, LookBackOutcome>(partition, WaitingCodec.KeyOf(person, about), waiting, found => decide(IfStill(found), zone), cancellationToken);
    }

    public async Task<bool> IsShown(PersonId person, RelationshipId about, CancellationToken cancellationToken) =>
        await store.Get(PartitionOf.Person(tenant, person), OfOne.Prefix(about) + Mark, cancellationToken) is not null;

    public async Task<bool> MayRead(PersonId person, CancellationToken cancellationToken) =>
        await store.Get(PartitionOf.Person(tenant, person), Mark, cancellationToken) is not null;

    public async Task<ImmutableArray<Released>> Released(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return [.. (await records.All(partition, ReleasedCodec.Prefix, released, cancellationToken)).Where(one => now < one.EraseAt).OrderByDescending(one => one.On).ThenByDescending(one => one.Number)];
    }

    public Task Forget(PersonId person, CancellationToken cancellationToken) => records.Erase(partition, WaitingCodec.PrefixOf(person), cancellationToken);

    /// <summary>Five who wait are shown, in one transaction in which what waited goes; who takes theirs back at that moment is before it or after it.</summary>
    /// <returns>False when there are not enough.</returns>
    internal async Task<bool> Release(CancellationToken cancellationToken)
    {
        var zone = await Zone(cancellationToken);
        return await decisions.Run(
            partition,
            async token => (Waiting: await store.Prefix(partition, WaitingCodec.Prefix, token), Released: await store.Prefix(partition, ReleasedCodec.Prefix, token)),
            async (rows, token) =>
            {
                var now = clock.GetCurrentInstant();
                var five = LookingBack.Ready(await StillThere(rows.Waiting, token));
                if (five.IsEmpty)
                    return Plan.Nothing(false);

                var today = rows.Released.Count(row => row.Key.StartsWith(ReleasedCodec.PrefixOn(now.InZone(zone).Date), StringComparison.Ordinal));
                var mixed = LookingBack.Mix(five, today + 1, programme.ErasureDays, chance, zone, now);
                var key = ReleasedCodec.KeyOf(mixed);
                var gone = five.Select(one => WaitingCodec.KeyOf(one.Person, one.About)).ToHashSet(StringComparer.Ordinal);
                var follows = LookingBack.Follows(mixed, five, programme.Coordinators);
                return new Plan<bool>(
                    true,
                    [
                        new Write.Insert(key, await released.Encode(partition, key, mixed, token)),
                        .. rows.Waiting.Where(row => gone.Contains(row.Key)).Select(row => new Write.Delete(row.Key, row.ETag)),
                        .. follows.Select(OutboxRows.Write),
                    ],
                    OutboxRows.LookAt(follows, now));
            },
            cancellationToken);
    }

    /// <summary>What is past its time goes; where anything is left, it is looked again the next morning.</summary>
    internal async Task Clear(CancellationToken cancellationToken)
    {
        var zone = await Zone(cancellationToken);
        while (await ClearSome(zone, cancellationToken))
        {
            // A transaction takes a hundred rows.
        }
    }

    /// <summary>They may read; and what they wrote about this relationship was shown. Not of somebody who was forgotten meanwhile.</summary>
    internal async Task Admit(PersonId person, RelationshipId about, CancellationToken cancellationToken)
    {
        if (await profiles.Find(person, cancellationToken) is null)
            return;

        var place = PartitionOf.Person(tenant, person);
        await decisions.Run(
            place,
            async token => (Pair: await store.Get(place, RelationshipRows.MemberOf(about), token), Mark: await store.Get(place, Mark, token), Shown: await store.Get(place, OfOne.Prefix(about) + Mark, token)),
            (found, _) =>
            {
                // Where the relationship was erased meanwhile, nothing is written about it any more.
                ImmutableArray<Write> marks =
                [
                    .. found.Mark is null ? [new Write.Insert(Mark, new PropertyBag().Properties)] : Array.Empty<Write>(),
                    .. found.Pair is { } pair && found.Shown is null
                        ? [new Write.Replace(pair.Key, pair.ETag, pair.Properties), new Write.Insert(OfOne.Prefix(about) + Mark, new PropertyBag().Properties)]
                        : Array.Empty<Write>(),
                ];
                return ValueTask.FromResult(marks.IsEmpty ? Plan.Nothing(false) : Plan.Of(true, [.. marks]));
            },
            cancellationToken);
    }

    private Task<bool> ClearSome(DateTimeZone zone, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token => (List<Row>)[.. await store.Prefix(partition, WaitingCodec.Prefix, token), .. await store.Prefix(partition, ReleasedCodec.Prefix, token)],
        (rows, _) =>
        {
            var now = clock.GetCurrentInstant();
            if (rows.Count == 0)
                return ValueTask.FromResult(Plan.Nothing(false));

            var over = rows.Where(row => row.Moment("eraseAt") <= now).Take(RowRules.MostWrites - 1).ToList();
            ImmutableArray<Consequence> again = over.Count < rows.Count ? [LookingBack.Morning(zone, now)] : [];
            return ValueTask.FromResult(new Plan<bool>(
                over.Count > 0,
                [.. over.Select(row => new Write.Delete(row.Key, row.ETag)), .. again.Select(OutboxRows.Write)],
                OutboxRows.LookAt(again, now)));
        },
        cancellationToken);

    /// <summary>Whoever had their key erased meanwhile does not count.</summary>
    private async Task<List<Waiting>> StillThere(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var there = new List<Waiting>();
        foreach (var row in rows)
        {
            try
            {
                if (IfStill(await waiting.Decode(partition, row, cancellationToken)) is { } one)
                    there.Add(one);
            }
            catch (SealBrokenException)
            {
                // Forgotten; the row goes with the rest of what was theirs.
            }
        }

        return there;
    }

    private Waiting? IfStill(Waiting? found) => found is not null && clock.GetCurrentInstant() < found.EraseAt ? found : null;

    /// <summary>That of the coordinator who is named on cards.</summary>
    private async Task<DateTimeZone> Zone(CancellationToken cancellationToken)
    {
        var coordinator = programme.Coordinators[0];
        return await directory.ZoneOf(coordinator, await profiles.Find(coordinator, cancellationToken), cancellationToken);
    }
}
