using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>Check-ins as they stand. Nothing falls due by itself: a test closes them.</summary>
internal sealed class PulsesInMemory(RelationshipsInMemory relationships, IClock clock) : IPulses
{
    private static readonly Duration SixWeeks = Duration.FromDays(42);
    private static readonly Duration HalfAYear = Duration.FromDays(182);
    private static readonly DateTimeZone Zone = DateTimeZone.Utc;

    private readonly Dictionary<PulseId, Pulse> pulses = [];
    private readonly Dictionary<PulseId, ImmutableArray<RelationshipId>> audiences = [];
    private readonly Dictionary<(PulseId, PersonId, RelationshipId), (Answers Answers, Instant At)> given = [];

    /// <summary>The operator has confirmed that the organisation may use the index.</summary>
    public bool IsCleared { get; set; } = true;

    /// <summary>Whom a standing group has, by their relationships.</summary>
    public Func<string, Relationship, bool> IsIn { get; set; } = (_, _) => true;

    public Pulse this[PulseId id] => pulses[id];

    public void Put(Pulse pulse, params ImmutableArray<RelationshipId> audience)
    {
        pulses[pulse.Id] = pulse;
        audiences[pulse.Id] = audience;
    }

    /// <summary>What a due time does: nothing is taken in any more, the answers become figures, nobody knows who was asked.</summary>
    public void Close(PulseId id, ShownFigures? figures) => pulses[id] = pulses[id] with { Stage = PulseStage.Closed, Figures = figures };

    public Answers? Kept(PulseId id, PersonId person, RelationshipId about) => given.TryGetValue((id, person, about), out var kept) ? kept.Answers : null;

    public Task<ImmutableArray<Pulse>> All(CancellationToken cancellationToken) =>
        Task.FromResult(pulses.Values.Where(one => one.Stage != PulseStage.Stopped).OrderByDescending(one => one.Opened).ToImmutableArray());

    public Task<Pulse?> Find(PulseId id, CancellationToken cancellationToken) => Task.FromResult(pulses.GetValueOrDefault(id));

    public Task<LaunchOutcome> Check(PulsePlan plan, CancellationToken cancellationToken)
    {
        var pairs = Pairs(plan);
        return Task.FromResult<LaunchOutcome>(Refusal(plan, pairs) is { } why ? new LaunchOutcome.Refused(why) : new LaunchOutcome.Ready(NameOf(pairs)));
    }

    public Task<LaunchOutcome> Launch(PulseId id, PulsePlan plan, PersonId by, string audience, CancellationToken cancellationToken)
    {
        if (pulses.TryGetValue(id, out var launched))
            return Task.FromResult<LaunchOutcome>(new LaunchOutcome.Launched(launched));
        var pairs = Pairs(plan);
        if (Refusal(plan, pairs) is { } why)
            return Task.FromResult<LaunchOutcome>(new LaunchOutcome.Refused(why));
        if (NameOf(pairs) != audience)
            return Task.FromResult<LaunchOutcome>(new LaunchOutcome.Refused(new LaunchRefusal.GroupChanged()));

        var closesAt = plan.ClosesOn.At(new LocalTime(17, 0)).InZoneLeniently(Zone).ToInstant();
        var pulse = new Pulse(id, 1, plan, by, clock.GetCurrentInstant(), closesAt, WorkingDays.NextMorning(closesAt, Zone), PulseStage.Open, Domain.Pulses.Invited.Of([.. pairs.Select(Invites)]), null);
        Put(pulse, [.. pairs.Select(pair => pair.Id)]);
        return Task.FromResult<LaunchOutcome>(new LaunchOutcome.Launched(pulse));
    }

    public Task<Pulse?> Stop(PulseId id, CancellationToken cancellationToken)
    {
        if (pulses.GetValueOrDefault(id) is not { Stage: PulseStage.Open } pulse)
            return Task.FromResult<Pulse?>(null);
        foreach (var key in given.Keys.Where(key => key.Item1 == id).ToList())
            given.Remove(key);
        return Task.FromResult<Pulse?>(pulses[id] = pulse with { Stage = PulseStage.Stopped, Revision = pulse.Revision + 1 });
    }

    public Task<ImmutableArray<Pulse>> ToRepeat(CancellationToken cancellationToken) => Task.FromResult(Repeating.ToRepeat([.. pulses.Values], clock.GetCurrentInstant()));

    public Task EndRow(PulseId id, CancellationToken cancellationToken)
    {
        pulses[id] = Repeating.End(pulses[id]).Next!;
        return Task.CompletedTask;
    }

    public Task<Invitation?> Invited(PulseId id, PersonId person, RelationshipId about, CancellationToken cancellationToken) => Task.FromResult(
        pulses.TryGetValue(id, out var pulse)
        && pulse.Stage == PulseStage.Open
        && audiences[id].Contains(about)
        && relationships.GetValueOrDefault(about) is { State: RelationshipState.Going } pair
        && pair.IsOf(person)
            ? new Invitation(
                pulse, about, person, pair.OtherThan(person), pair.Mentee == person ? PulseRole.Mentee : PulseRole.Mentor, IsLonger(pair), Kept(id, person, about))
            : null);

    public async Task<AnswerOutcome> Answer(PulseId id, PersonId person, RelationshipId about, Answers answers, CancellationToken cancellationToken)
    {
        if (pulses.TryGetValue(id, out var pulse) && !pulse.Takes(clock.GetCurrentInstant()))
            return new AnswerOutcome.Closed(pulse);
        if (await Invited(id, person, about, cancellationToken) is null)
            return new AnswerOutcome.NotAsked();
        if (answers.IsEmpty)
            given.Remove((id, person, about));
        else
            given[(id, person, about)] = (answers, clock.GetCurrentInstant());
        return new AnswerOutcome.Done((await Invited(id, person, about, cancellationToken))!);
    }

    public Task<ImmutableArray<OwnAnswers>> Own(PersonId person, CancellationToken cancellationToken) => Task.FromResult((
        from kept in given
        let pulse = pulses[kept.Key.Item1]
        let pair = relationships.GetValueOrDefault(kept.Key.Item3)
        where kept.Key.Item2 == person && pulse.Stage == PulseStage.Closed && pair is not null
        orderby kept.Value.At descending
        select new OwnAnswers(pulse.Id, pulse.Plan.Form, kept.Value.At, pair.Id, pair.OtherThan(person), kept.Value.Answers)).ToImmutableArray());

    public Task EraseOwn(PersonId person, PulseId id, RelationshipId about, CancellationToken cancellationToken)
    {
        given.Remove((id, person, about));
        return Task.CompletedTask;
    }

    private LaunchRefusal? Refusal(PulsePlan plan, ImmutableArray<Relationship> pairs)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(Zone).Date;
        if (!IsCleared)
            return new LaunchRefusal.NotCleared();
        if (plan.ClosesOn < today.PlusDays(10) || plan.ClosesOn > today.PlusDays(56))
            return new LaunchRefusal.TooShort();
        var invited = Domain.Pulses.Invited.Of([.. pairs.Select(Invites)]);
        if (invited.Finest == Level.Nothing || invited.ByRole.Any(people => people < Breadth.Enough))
            return new LaunchRefusal.TooFew();
        var ids = pairs.Select(pair => pair.Id).ToHashSet();
        foreach (var earlier in pulses.Values.Where(one => one.Stage != PulseStage.Stopped && now < one.Opened + SixWeeks && audiences[one.Id].Any(ids.Contains)))
        {
            var after = (earlier.Opened + SixWeeks).InZone(Zone).Date;
            return earlier.Takes(now) ? new LaunchRefusal.StillOpen(earlier.ClosesAt)
                : ids.SetEquals(audiences[earlier.Id]) ? new LaunchRefusal.TooSoon(after)
                : new LaunchRefusal.TooClose(earlier.Opened, after);
        }

        return null;
    }

    private ImmutableArray<Relationship> Pairs(PulsePlan plan) =>
        [.. relationships.Values.Where(one => one.State is RelationshipState.Going && (plan.Group is null || IsIn(plan.Group, one))).OrderBy(one => one.Id.Value, StringComparer.Ordinal)];

    private InvitedPair Invites(Relationship pair) => new(pair.Mentee, pair.Mentor, IsLonger(pair));

    private bool IsLonger(Relationship pair) => clock.GetCurrentInstant() - pair.Begun >= HalfAYear;

    private static string NameOf(ImmutableArray<Relationship> pairs) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', pairs.Select(pair => pair.Id)))))[..16];
}
