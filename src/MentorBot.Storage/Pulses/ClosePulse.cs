using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>
/// The step that closes a check-in. People are folded one at a time: the sums change and their invitations go in one transaction, so
/// that wherever it is cut short, nobody counts twice and nobody is left out. Then there are figures; only then it is left to everyone
/// to hear of them, so that nobody does before. At last the sums go with their key.
/// </summary>
public sealed class ClosePulse(
    IRowStore store,
    Decisions decisions,
    PulseRows pulses,
    AudienceRows audiences,
    OwnAnswerRows own,
    BesidePair pairs,
    Sealer sealer,
    DataKeys keys,
    MentoringProgramme programme,
    IClock clock) : IStep
{
    private const string Sums = "sums";
    private const int Schema = 1;

    public string Kind => PulseNotices.Close;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var id = new PulseId(subject);
        if (await pulses.Find(id, cancellationToken) is not { Stage: not PulseStage.Stopped } found)
            return;

        if (found.Stage != PulseStage.Closed)
        {
            var left = await Left(found, cancellationToken);
            if (await pulses.Decide(id, current => Concluding.Fold(current, left, clock.GetCurrentInstant()), cancellationToken) is not { Stage: PulseStage.Folding } pulse)
                return;
            await Fold(pulse, left, cancellationToken);
        }

        if (await pulses.Find(id, cancellationToken) is not { Stage: PulseStage.Closed } closed)
            return;
        while (await TellSome(closed, cancellationToken))
        {
            // A transaction takes a hundred rows.
        }

        await CleanUp(id, cancellationToken);
    }

    /// <summary>Those asked whose relationship had not ended when it closed.</summary>
    private async Task<Audience> Left(Pulse pulse, CancellationToken cancellationToken)
    {
        var asked = await audiences.Of(pulse.Id, cancellationToken);
        var left = new HashSet<RelationshipId>();
        foreach (var pair in asked.Pairs)
            if (await pairs.Pair(pair.About, cancellationToken) is { } now && !(now.State is RelationshipState.Ended ended && ended.At < pulse.ClosesAt))
                left.Add(pair.About);
        return asked.Only(pair => left.Contains(pair.About));
    }

    private async Task Fold(Pulse pulse, Audience left, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Pulse(programme.Tenant, pulse.Id.Value);
        await Begin(partition, pulse, cancellationToken);

        var about = left.Pairs.Select(pair => pair.About).ToHashSet();
        foreach (var person in (await store.Prefix(partition, InviteRows.Prefix, cancellationToken)).Select(InviteRows.Person).Distinct().ToList())
            await FoldOne(partition, pulse, person, about, cancellationToken);

        if (await store.Get(partition, Sums, cancellationToken) is { } row)
        {
            var sums = await Open(partition, pulse, row, cancellationToken);
            var zone = await pulses.ZoneOf(pulse.By, cancellationToken);
            await pulses.Decide(pulse.Id, current => Concluding.Close(current, sums, zone, clock.GetCurrentInstant()), cancellationToken);
        }
    }

    /// <summary>From here on nobody is invited any more.</summary>
    private Task<bool> Begin(Partition partition, Pulse pulse, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token => (Sums: await store.Get(partition, Sums, token), Walk: await store.Get(partition, InviteRows.Walk, token)),
        async (read, token) =>
        {
            if (read.Sums is not null)
                return Plan.Nothing(false);

            var over = new PropertyBag { { "next", int.MaxValue } }.Properties;
            Write walk = read.Walk is { } row ? new Write.Replace(row.Key, row.ETag, over) : new Write.Insert(InviteRows.Walk, over);
            return Plan.Of(
                true, [walk, new Write.Insert(Sums, await Seal(partition, pulse, PulseSums.None(pulse.Plan.Form), 1, token)), .. programme.Coordinators.Select(InviteRows.ToHear)]);
        },
        cancellationToken);

    private Task<bool> FoldOne(Partition partition, Pulse pulse, PersonId person, HashSet<RelationshipId> left, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token => (Sums: await store.Get(partition, Sums, token), Invites: await store.Prefix(partition, InviteRows.PrefixOf(person), token)),
        async (read, token) =>
        {
            if (read.Sums is not { } row || read.Invites.Count == 0)
                return Plan.Nothing(false);

            var answered = new List<Answered>();
            foreach (var invite in read.Invites.Where(invite => left.Contains(InviteRows.About(invite))))
                if (await Given(person, InviteRows.About(invite), pulse.Id, token) is { } answers)
                    answered.Add(new(InviteRows.Role(invite), InviteRows.IsLonger(invite), answers));

            var sums = (await Open(partition, pulse, row, token)).Plus(answered);
            return Plan.Of(
                true,
                [
                    new Write.Replace(Sums, row.ETag, await Seal(partition, pulse, sums, row.Number("revision") + 1, token)),
                    .. read.Invites.Select(invite => new Write.Delete(invite.Key, invite.ETag)),
                    InviteRows.ToHear(person),
                ]);
        },
        cancellationToken);

    private Task<bool> TellSome(Pulse pulse, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Pulse(programme.Tenant, pulse.Id.Value);
        return decisions.Run(
            partition,
            token => store.Prefix(partition, InviteRows.Hears, token),
            (rows, _) =>
            {
                var some = rows.Take(RowRules.MostWrites / 2).ToList();
                if (some.Count == 0)
                    return ValueTask.FromResult(Plan.Nothing(false));

                var tells = Concluding.Result(pulse, some.Select(InviteRows.Person));
                return ValueTask.FromResult(new Plan<bool>(
                    true,
                    [.. some.Select(row => new Write.Delete(row.Key, row.ETag)), .. tells.Select(OutboxRows.Write)],
                    OutboxRows.LookAt(tells, clock.GetCurrentInstant())));
            },
            cancellationToken);
    }

    private async Task<Answers?> Given(PersonId person, RelationshipId about, PulseId id, CancellationToken cancellationToken)
    {
        try
        {
            return (await own.Find(person, about, id, cancellationToken))?.Answers;
        }
        catch (SealBrokenException)
        {
            // Whoever had their key erased meanwhile does not count.
            return null;
        }
    }

    private async Task CleanUp(PulseId id, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Pulse(programme.Tenant, id.Value);
        await decisions.Run(
            partition,
            async token => new[] { await store.Get(partition, Sums, token), await store.Get(partition, InviteRows.Walk, token) },
            (rows, _) => ValueTask.FromResult(Plan.Of(true, [.. rows.OfType<Row>().Select(row => new Write.Delete(row.Key, row.ETag))])),
            cancellationToken);
        await keys.Erase(Owner.Pulse(programme.Tenant, id.Value), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, object>> Seal(Partition partition, Pulse pulse, PulseSums sums, int revision, CancellationToken cancellationToken) => new PropertyBag
    {
        { "revision", revision },
        { "sums", await sealer.Seal(Owner.Pulse(programme.Tenant, pulse.Id.Value), Place(partition, revision), sums.ToSeal(), cancellationToken) },
    }.Properties;

    private async Task<PulseSums> Open(Partition partition, Pulse pulse, Row row, CancellationToken cancellationToken) => PulseSums.FromSealed(
        pulse.Plan.Form, await sealer.Open(Owner.Pulse(programme.Tenant, pulse.Id.Value), Place(partition, row.Number("revision")), row.Bytes("sums"), cancellationToken));

    private static SealedPlace Place(Partition partition, int revision) => new(partition, Sums, "sums", revision, Schema);
}
