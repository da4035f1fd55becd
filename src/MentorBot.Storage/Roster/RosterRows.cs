using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Roster;

/// <summary>
/// The roster: each version in a partition of its own, one row a person; which one stands is one row of the tenant's. A version is
/// written beforehand, and stands by one decision; what does not stand is swept an hour later.
/// </summary>
public sealed class RosterRows(IRowStore store, Decisions decisions, IMentors mentors, INewIds ids, MentoringProgramme programme, IClock clock) : IRosters, IForgets
{
    /// <summary>Longer than writing takes, and than anybody who found the old one still reads it.</summary>
    public static readonly Duration SweptAfter = Duration.FromHours(1);

    /// <summary>Transactions on their way at the same time.</summary>
    private const int SideBySide = 8;

    private readonly Partition partition = PartitionOf.Roster(programme.Tenant);

    public async Task<StandingRoster?> Find(CancellationToken cancellationToken) =>
        RosterCodec.Roster(await store.Get(partition, RosterCodec.Standing, cancellationToken));

    public async Task<RosterChange> Compare(NewRoster next, CancellationToken cancellationToken)
    {
        var standing = await Find(cancellationToken);
        var before = new Dictionary<PersonId, RosterEntry>();
        if (standing is not null)
            foreach (var row in await store.Prefix(Lines(standing.Version), RosterCodec.Line, cancellationToken))
                before.Add(RosterCodec.PersonOf(row), RosterCodec.Entry(row));
        return RosterChange.Of(standing?.Version ?? StandingRoster.None, before, next, await WereAsked(cancellationToken), await Mentors(cancellationToken));
    }

    public async Task<RosterOutcome> TakeOver(NewRoster next, string basis, CancellationToken cancellationToken)
    {
        if (await Find(cancellationToken) is { } standing && standing.Mark == next.Mark)
            return new RosterOutcome.Stands(standing);

        var version = ids.Next();
        await Begin(version, cancellationToken);
        await Parallel.ForEachAsync(
            next.Entries.Chunk(RowRules.MostWrites),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (some, token) => await decisions.Run(
                Lines(version),
                _ => Task.FromResult(true),
                (_, _) => ValueTask.FromResult(Plan.Of(true, [.. some.Select(entry => new Write.Insert(RosterCodec.LineOf(entry.Person), RosterCodec.Properties(entry)))])),
                token));
        return await Stand(new(version, next.Mark, next.Entries.Length, next.Groups), basis, cancellationToken);
    }

    public async Task<RosterEntry?> Entry(PersonId person, CancellationToken cancellationToken) =>
        await Find(cancellationToken) is { } standing && await store.Get(Lines(standing.Version), RosterCodec.LineOf(person), cancellationToken) is { } row && !RosterCodec.IsGone(row)
            ? RosterCodec.Entry(row)
            : null;

    public async Task<ImmutableHashSet<PersonId>> Among(IEnumerable<PersonId> people, string group, CancellationToken cancellationToken)
    {
        if (await Find(cancellationToken) is not { } standing)
            return [];
        var found = ImmutableHashSet.CreateBuilder<PersonId>();
        foreach (var person in people)
            if (await store.Get(Lines(standing.Version), RosterCodec.LineOf(person), cancellationToken) is { } row && !RosterCodec.IsGone(row) && RosterCodec.Entry(row).Group is { } name && RosterGroup.IdOf(name) == group)
                found.Add(person);
        return found.ToImmutable();
    }

    public async Task<AskStage?> Asked(PersonId person, CancellationToken cancellationToken) =>
        await store.Get(partition, RosterCodec.AskedOf(person), cancellationToken) is { } row ? RosterCodec.Stage(row) : null;

    public Task Settle(PersonId person, CancellationToken cancellationToken) => Settle(person, wasListed: true, cancellationToken);

    /// <summary>Their line stands for nothing any more, and goes with the next roster; who was to be asked, or was, is not asked again.</summary>
    public async Task Forget(PersonId person, CancellationToken cancellationToken)
    {
        // The mark first: whatever is broken off, nobody is written to any more.
        await Settle(person, await Entry(person, cancellationToken) is { MayMentor: true }, cancellationToken);
        if (await Find(cancellationToken) is not { } standing)
            return;
        var (lines, key) = (Lines(standing.Version), RosterCodec.LineOf(person));
        await decisions.Run(
            lines,
            token => store.Get(lines, key, token),
            (row, _) => ValueTask.FromResult(row is null || RosterCodec.IsGone(row) ? Plan.Nothing(false) : Plan.Of(true, new Write.Replace(key, row.ETag, RosterCodec.Gone(row)))),
            cancellationToken);
    }

    internal Partition Lines(string version) => PartitionOf.RosterLines(programme.Tenant, version);

    internal async Task<HashSet<PersonId>> WereAsked(CancellationToken cancellationToken) =>
        [.. (await store.Prefix(partition, RosterCodec.Asked, cancellationToken)).Select(RosterCodec.PersonOf)];

    /// <summary>Who mentors, or offers to: they need not be asked.</summary>
    internal async Task<HashSet<PersonId>> Mentors(CancellationToken cancellationToken) =>
        [.. (await mentors.All(cancellationToken)).Where(one => one.Offers is not null || one.Standing != MentorStanding.NotOffering).Select(one => one.Person)];

    private Task<bool> Settle(PersonId person, bool wasListed, CancellationToken cancellationToken)
    {
        var (key, settled) = (RosterCodec.AskedOf(person), RosterCodec.Properties(AskStage.Settled));
        return decisions.Run(
            partition,
            token => store.Get(partition, key, token),
            (row, _) => ValueTask.FromResult(row switch
            {
                null when wasListed => Plan.Of(true, new Write.Insert(key, settled)),
                { } asked when RosterCodec.Stage(asked) != AskStage.Settled => Plan.Of(true, new Write.Replace(key, asked.ETag, settled)),
                _ => Plan.Nothing(false),
            }),
            cancellationToken);
    }

    private Task<bool> Begin(string version, CancellationToken cancellationToken)
    {
        var sweep = Sweep(version);
        return decisions.Run(
            partition,
            _ => Task.FromResult(true),
            (_, _) => ValueTask.FromResult(new Plan<bool>(
                true, [new Write.Insert(RosterCodec.DraftOf(version), new PropertyBag { { "since", clock.GetCurrentInstant() } }.Properties), OutboxRows.Write(sweep)], [sweep.At!.Value])),
            cancellationToken);
    }

    /// <summary>From here on it is the roster: if the old one is still the one that it was compared with.</summary>
    private Task<RosterOutcome> Stand(StandingRoster next, string basis, CancellationToken cancellationToken) => decisions.Run<(Row? Standing, Row? Draft), RosterOutcome>(
        partition,
        async token =>
        {
            var standing = store.Get(partition, RosterCodec.Standing, token);
            var draft = store.Get(partition, RosterCodec.DraftOf(next.Version), token);
            return (await standing, await draft);
        },
        (found, _) =>
        {
            var before = RosterCodec.Roster(found.Standing);
            if ((before?.Version ?? StandingRoster.None) != basis || found.Draft is null)
                return ValueTask.FromResult(Plan.Nothing<RosterOutcome>(new RosterOutcome.Changed()));

            var properties = RosterCodec.Properties(next);
            ImmutableArray<Consequence> follows = [new Consequence.Step(RosterNotices.AskAll, next.Version, ""), .. before is null ? Array.Empty<Consequence>() : [Sweep(before.Version)]];
            return ValueTask.FromResult(new Plan<RosterOutcome>(
                new RosterOutcome.Stands(next),
                [
                    found.Standing is { } row ? new Write.Replace(row.Key, row.ETag, properties) : new Write.Insert(RosterCodec.Standing, properties),
                    new Write.Delete(found.Draft.Key, found.Draft.ETag),
                    .. follows.Select(OutboxRows.Write),
                ],
                OutboxRows.LookAt(follows, clock.GetCurrentInstant())));
        },
        cancellationToken);

    private Consequence.Step Sweep(string version) => new(RosterNotices.Sweep, version, "") { At = clock.GetCurrentInstant() + SweptAfter };
}
