using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Due;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Pulses;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Roster;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Sessions;
using MentorBot.Storage.Tests.Requests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Pulses;

/// <summary>Pairs who go on, and check-ins among them, with their steps and a worker. What is to be mentioned is written down.</summary>
internal sealed class PulseRoom : IDisposable
{
    public static readonly PulseId One = new("one");
    public static readonly MentoringProgramme Cleared = Programme with { IndexCleared = true, Groups = [new("none", "Nobody", ["nowhere"])] };

    private readonly Postman postman;
    private readonly Worker worker;
    private readonly Mentions mentions = new();

    public PulseRoom()
    {
        var sealer = new Sealer(Room.KeysOf);
        Audiences = new(Room.Rounds, Room.Records, sealer, Cleared);
        var own = new OwnAnswerRows(Room.Rounds, Room.Records, sealer, Cleared);
        var groups = new StandingGroups(Cleared, new RosterRows(Room.Rounds, Room.Decisions, Room.Mentors, new Ids(), Cleared, Room.Clock), Room.Directory);
        Pulses = new(Room.Rounds, Room.Decisions, Room.Records, Audiences, own, Room.Going, Room.BesidePair, Room.Profiles, Room.Directory, groups, Cleared, Room.Clock);
        var mentioning = new Mentioning(Room.Rounds, Room.Decisions, Pulses, own, Room.Meetings, Cleared, Room.Clock);
        Close = new(Room.Rounds, Room.Decisions, Pulses, Audiences, own, Room.BesidePair, sealer, Room.KeysOf, Cleared, Room.Clock);
        Invite = new(Room.Rounds, Room.Decisions, Pulses, Audiences, Cleared, Room.Clock);
        IStep[] steps =
        [
            new ListGoing(Room.Rounds, Room.Decisions, Room.BesidePair, Cleared), Room.Free, new StopMeetings(Room.Meetings, Room.Clock), new SweepAfterErasure(Room.Records, Cleared),
            Invite, new AskPair(mentioning), new AskPairAgain(mentioning), Close, new RepeatPulse(Room.Decisions, Pulses, Cleared, Room.Clock),
            new ForgetAudience(Audiences), new SweepPulse(Room.Records, Cleared), new EraseStopped(Room.Records, Audiences, own, Room.KeysOf, Cleared), mentions,
        ];
        postman = new Postman(Room.Rounds, Room.Decisions, Room.Notices, steps, Room.Counts, Room.Clock, NullLogger<Postman>.Instance);
        worker = new Worker(Room.Rounds, Room.Decisions, postman, [Room.RelationshipsFallDue], Room.Nudges, Room.Queue, Room.Clock, Room.Timers, NullLogger<Worker>.Instance);
    }

    public StorageRoom Room { get; } = new();

    public PulseRows Pulses { get; }

    public AudienceRows Audiences { get; }

    public ClosePulse Close { get; }

    public InviteAll Invite { get; }

    public Instant Now => Room.Clock.Now;

    /// <summary>"{person} {kind} 1 {check-in} {relationship}".</summary>
    public IReadOnlyList<string> Mentioned => mentions.Subjects;

    public IEnumerable<string> Results => Room.Notices.Sent.Where(notice => notice.Kind == PulseNotices.Result).Select(notice => notice.Whom.Value).Order(StringComparer.Ordinal);

    public PulsePlan Plan(int days = 14, int? weeks = null, PulseForm form = PulseForm.A, string? group = null) => new(form, group, Now.InUtc().Date.PlusDays(days), weeks);

    public static PersonId Mentee(int number) => new($"mentee{number}");

    public static PersonId Mentor(int number) => new($"mentor{number}");

    public static RelationshipId Pair(int number) => new($"pair{number:D2}");

    /// <summary>So many pairs who have nobody else.</summary>
    public async Task Go(int pairs)
    {
        for (var number = 1; number <= pairs; number++)
            await Goes(Pair(number), Mentee(number), Mentor(number));
        await Settles();
    }

    public Task Goes(RelationshipId id, PersonId mentee, PersonId mentor) => Room.Relationships.Decide(
        id,
        _ =>
        {
            var pair = new Relationship(id, mentee, mentor, false, 1, MatchingRoom.Form, Now, Now, DateTimeZone.Utc, new RelationshipState.Going(null));
            return new(new RelationshipOutcome.Done(pair), true, pair, [new Consequence.Step(RelationshipNotices.Going, id.Value, "1")]);
        },
        default);

    public async Task Ends(int pair)
    {
        await Room.Relationships.Decide(Pair(pair), current => Relating.Stop(current, Mentee(pair), 180, Now), default);
        await Settles();
    }

    public async Task<Pulse> Launch(PulsePlan? plan = null)
    {
        plan ??= Plan();
        var ready = Assert.IsType<LaunchOutcome.Ready>(await Pulses.Check(plan, default));
        var launched = Assert.IsType<LaunchOutcome.Launched>(await Pulses.Launch(One, plan, Noor, ready.Audience, default));
        await Settles();
        return launched.Now;
    }

    public Task<AnswerOutcome> Answer(PersonId person, RelationshipId about, int value = 4) =>
        Pulses.Answer(One, person, about, Answers.Of(MentoringIndex.ItemsOf(PulseForm.A).Select(item => (item, value))), default);

    /// <summary>Both of these pairs, each with another number.</summary>
    public async Task Answer(int pairs)
    {
        for (var number = 1; number <= pairs; number++)
        {
            Assert.IsType<AnswerOutcome.Done>(await Answer(Mentee(number), Pair(number), 1 + (number % 7)));
            Assert.IsType<AnswerOutcome.Done>(await Answer(Mentor(number), Pair(number), 1 + (number * 3 % 7)));
        }
    }

    public async Task Until(Instant then)
    {
        Room.Clock.Advance(then - Now);
        await Settles();
    }

    /// <summary>It closes, and on the next working morning everyone hears of it.</summary>
    public async Task Closes(Pulse pulse)
    {
        await Until(pulse.ClosesAt + Launching.Grace);
        await Until(pulse.ResultAt);
    }

    /// <summary>What waits beside it, and nothing else.</summary>
    public Task Delivers() => postman.Deliver(PartitionOf.Pulse(Contoso, One.Value), default);

    public Task Settles() => worker.RunUntilIdle(default);

    public async Task<Pulse> Stored() => (await Pulses.Find(One, default))!;

    public Task<string[]> Apart() => Room.Keys(PartitionOf.Pulse(Contoso, One.Value));

    public Task<string[]> Beside() => Room.Keys(PartitionOf.Pulses(Contoso));

    public void Dispose() => Room.Dispose();

    private sealed class Ids : INewIds
    {
        public string Next() => "one";
    }

    private sealed class Mentions : IStep
    {
        private readonly List<string> subjects = [];

        public IReadOnlyList<string> Subjects => subjects;

        public string Kind => BundleNotices.Mention;

        public Task Run(string home, string subject, CancellationToken cancellationToken)
        {
            subjects.Add(subject);
            return Task.CompletedTask;
        }
    }
}
