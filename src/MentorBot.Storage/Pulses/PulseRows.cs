using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>
/// Check-ins: in Pulses, the tenant's row "pulse-{pulse}" and whom it asked beside it; everything else of one in a partition of its
/// own, and gone after its result.
/// </summary>
public sealed class PulseRows(
    IRowStore store,
    Decisions decisions,
    RecordRows records,
    AudienceRows audiences,
    OwnAnswerRows own,
    IGoingPairs going,
    BesidePair pairs,
    IProfiles profiles,
    IDirectory directory,
    IStandingGroups groups,
    MentoringProgramme programme,
    IClock clock) : IPulses, IForgets
{
    /// <summary>Changed by each launch, so that of two at once the second sees the first.</summary>
    private const string Turn = "turn";

    private readonly Partition partition = PartitionOf.Pulses(programme.Tenant);
    private readonly PulseCodec codec = new();

    public async Task<ImmutableArray<Pulse>> All(CancellationToken cancellationToken) =>
        [.. (await records.All(partition, PulseCodec.Prefix, codec, cancellationToken)).Where(pulse => pulse.Stage != PulseStage.Stopped).OrderByDescending(pulse => pulse.Opened)];

    public Task<Pulse?> Find(PulseId id, CancellationToken cancellationToken) => records.Find(partition, PulseCodec.KeyOf(id), codec, cancellationToken);

    public async Task<LaunchOutcome> Check(PulsePlan plan, CancellationToken cancellationToken)
    {
        var scene = await Look(default, plan, programme.Coordinators[0], cancellationToken);
        return Launching.Refusal(programme, plan, scene.Audience, scene.Earlier, scene.Zone, scene.Now) is { } why
            ? new LaunchOutcome.Refused(why)
            : new LaunchOutcome.Ready(scene.Audience.Fingerprint);
    }

    public Task<LaunchOutcome> Launch(PulseId id, PulsePlan plan, PersonId by, string audience, CancellationToken cancellationToken) =>
        LaunchIf(id, plan, by, audience, cancellationToken);

    public Task<Pulse?> Stop(PulseId id, CancellationToken cancellationToken) => Decide(id, current => Concluding.Stop(current, clock.GetCurrentInstant()), cancellationToken);

    public async Task<ImmutableArray<Pulse>> ToRepeat(CancellationToken cancellationToken) =>
        Repeating.ToRepeat(await records.All(partition, PulseCodec.Prefix, codec, cancellationToken), clock.GetCurrentInstant());

    public Task EndRow(PulseId id, CancellationToken cancellationToken) => Decide(id, Repeating.End, cancellationToken);

    public async Task<Invitation?> Invited(PulseId id, PersonId person, RelationshipId about, CancellationToken cancellationToken)
    {
        if (await Find(id, cancellationToken) is not { Stage: PulseStage.Open } pulse || await Asked(pulse, person, about, cancellationToken) is not { } asked)
            return null;
        return asked with { Given = (await own.Find(person, about, id, cancellationToken))?.Answers };
    }

    public async Task<AnswerOutcome> Answer(PulseId id, PersonId person, RelationshipId about, Answers answers, CancellationToken cancellationToken)
    {
        if (await Find(id, cancellationToken) is not { } pulse)
            return new AnswerOutcome.NotAsked();
        if (!pulse.Takes(clock.GetCurrentInstant()))
            return new AnswerOutcome.Closed(pulse);
        if (await Asked(pulse, person, about, cancellationToken) is not { } asked)
            return new AnswerOutcome.NotAsked();

        var outcome = await own.Decide<AnswerOutcome>(
            person,
            about,
            id,
            found =>
            {
                var now = clock.GetCurrentInstant();
                if (!pulse.Takes(now))
                    return new(new AnswerOutcome.Closed(pulse), false, found, []);
                return answers.IsEmpty
                    ? new(new AnswerOutcome.Done(asked), found is not null, null, [])
                    : new(new AnswerOutcome.Done(asked with { Given = answers }), !answers.Equals(found?.Answers), new(id, pulse.Plan.Form, now, about, asked.Other, answers), []);
            },
            cancellationToken);

        // Stopped at that very moment: whoever erases the answers may have passed by already.
        if (await Find(id, cancellationToken) is not { Stage: PulseStage.Stopped } stopped)
            return outcome;
        await own.Erase(person, about, id, cancellationToken);
        return new AnswerOutcome.Closed(stopped);
    }

    public async Task<ImmutableArray<OwnAnswers>> Own(PersonId person, CancellationToken cancellationToken)
    {
        var closed = (await All(cancellationToken)).Where(pulse => pulse.Stage == PulseStage.Closed).ToDictionary(pulse => pulse.Id, pulse => pulse.Opened);
        return [.. (await own.Of(person, cancellationToken)).Where(one => closed.ContainsKey(one.Pulse)).OrderByDescending(one => closed[one.Pulse])];
    }

    public Task EraseOwn(PersonId person, PulseId id, RelationshipId about, CancellationToken cancellationToken) => own.Erase(person, about, id, cancellationToken);

    /// <summary>
    /// Their invitations go; as long as it can be answered those of the others about them as well, who hear of the result all the same.
    /// Afterwards the others' go as they are folded. That somebody was asked stays in the sealed audience until that is forgotten, six
    /// weeks after the launch: nobody who was asked with them is asked twice within it.
    /// </summary>
    public async Task Forget(PersonId person, CancellationToken cancellationToken)
    {
        foreach (var pulse in (await All(cancellationToken)).Where(pulse => pulse.Stage is PulseStage.Open or PulseStage.Folding))
        {
            var apart = PartitionOf.Pulse(programme.Tenant, pulse.Id.Value);
            foreach (var invite in await store.Prefix(apart, InviteRows.PrefixOf(person), cancellationToken))
                await Uninvite(apart, invite, pulse.Takes(clock.GetCurrentInstant()), cancellationToken);
            await decisions.Run(
                apart,
                token => store.Get(apart, InviteRows.HearsKey(person), token),
                (row, _) => ValueTask.FromResult(row is null ? Plan.Nothing(false) : Plan.Of(true, new Write.Delete(row.Key, row.ETag))),
                cancellationToken);
        }
    }

    /// <param name="named">Null where nobody checked the audience: a repetition.</param>
    internal Task<LaunchOutcome> LaunchIf(PulseId id, PulsePlan plan, PersonId by, string? named, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token =>
        {
            // Before all that is compared: who launches meanwhile changes it.
            var turn = await store.Get(partition, Turn, token);
            return (Turn: turn, Current: await Find(id, token), Scene: await Look(id, plan, by, token));
        },
        async (read, token) =>
        {
            var decision = Launching.Launch(read.Current, id, plan, by, named, programme, read.Scene.Audience, read.Scene.Earlier, read.Scene.Zone, read.Scene.Now);
            if (!decision.Changes)
                return Plan.Nothing(decision.Outcome);

            var next = new PropertyBag { { "last", id.Value } }.Properties;
            Write turn = read.Turn is { } row ? new Write.Replace(Turn, row.ETag, next) : new Write.Insert(Turn, next);
            return new(
                decision.Outcome,
                [
                    turn,
                    new Write.Insert(PulseCodec.KeyOf(id), PulseCodec.Properties(decision.Next!)),
                    .. await audiences.Keep(id, read.Scene.Audience, token),
                    .. decision.Consequences.Select(OutboxRows.Write),
                ],
                OutboxRows.LookAt(decision.Consequences, read.Scene.Now));
        },
        cancellationToken);

    internal Task<Pulse?> Decide(PulseId id, Func<Pulse?, Decision<Pulse, Pulse?>> decide, CancellationToken cancellationToken) =>
        records.Decide(partition, PulseCodec.KeyOf(id), codec, decide, cancellationToken);

    internal async Task<DateTimeZone> ZoneOf(PersonId person, CancellationToken cancellationToken) =>
        await directory.ZoneOf(person, await profiles.Find(person, cancellationToken), cancellationToken);

    private async Task<Scene> Look(PulseId id, PulsePlan plan, PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var kept = await audiences.All(cancellationToken);
        var earlier = (await All(cancellationToken)).Where(pulse => pulse.Id != id && kept.ContainsKey(pulse.Id.Value)).Select(pulse => new Earlier(pulse, kept[pulse.Id.Value]));
        return new(Audience.Of(await Wanted(plan.Group, cancellationToken), now), [.. earlier], await ZoneOf(by, cancellationToken), now);
    }

    private async Task<IEnumerable<GoingPair>> Wanted(string? group, CancellationToken cancellationToken)
    {
        var all = await going.All(cancellationToken);
        if (group is null)
            return all;

        var wanted = await groups.Among(all.Select(pair => pair.Mentee).Distinct(), group, cancellationToken);
        return all.Where(pair => wanted.Contains(pair.Mentee));
    }

    private Task<bool> Uninvite(Partition apart, Row invite, bool isOpen, CancellationToken cancellationToken)
    {
        var (own, others) = (invite.Key, InviteRows.KeyOf(InviteRows.Other(invite), InviteRows.About(invite)));
        return decisions.Run(
            apart,
            async token => (Own: await store.Get(apart, own, token), Others: isOpen ? await store.Get(apart, others, token) : null),
            (read, _) =>
            {
                var gone = new[] { read.Own, read.Others }.OfType<Row>().ToList();
                if (gone.Count == 0)
                    return ValueTask.FromResult(Plan.Nothing(false));
                ImmutableArray<Write> hears = read.Others is { } row ? [InviteRows.ToHear(InviteRows.Person(row))] : [];
                return ValueTask.FromResult(Plan.Of(true, [.. gone.Select(row => new Write.Delete(row.Key, row.ETag)), .. hears]));
            },
            cancellationToken);
    }

    private async Task<Invitation?> Asked(Pulse pulse, PersonId person, RelationshipId about, CancellationToken cancellationToken)
    {
        var invite = await store.Get(PartitionOf.Pulse(programme.Tenant, pulse.Id.Value), InviteRows.KeyOf(person, about), cancellationToken);
        return invite is not null && await pairs.Pair(about, cancellationToken) is { State: RelationshipState.Going }
            ? new(pulse, about, person, InviteRows.Other(invite), InviteRows.Role(invite), InviteRows.IsLonger(invite), null)
            : null;
    }

    private sealed record Scene(Audience Audience, ImmutableArray<Earlier> Earlier, DateTimeZone Zone, Instant Now);
}
