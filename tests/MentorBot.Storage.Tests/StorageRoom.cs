using System.Collections.Concurrent;
using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Agreements;
using MentorBot.Storage.Closing;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Experiments;
using MentorBot.Storage.Keeping;
using MentorBot.Storage.LearningStories;
using MentorBot.Storage.Matching;
using MentorBot.Storage.Moments;
using MentorBot.Storage.Notes;
using MentorBot.Storage.Offers;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Profiles;
using MentorBot.Storage.Questions;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Requests;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Scheduling;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Sessions;
using MentorBot.Storage.Tests.Sealing;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Queues;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MentorBot.Storage.Tests;

/// <summary>Everything of the storage on rows in memory, with a clock that a test moves, and notices that a test answers. Several may share the rows, as processes do.</summary>
internal sealed class StorageRoom : IDisposable
{
    public static readonly TenantId Contoso = new("contoso");
    public static readonly PersonId Ana = new("ana.lima");
    public static readonly PersonId Ben = new("ben.carter");
    public static readonly PersonId Noor = new("noor");
    public static readonly OfferTerms Terms = new(5, 14, 60, 30);
    public static readonly MatchingTerms MatchingTerms = new(3, 5, 5, 5, 3, 30, 7, 30, 2);
    public static readonly MentoringProgramme Programme = new(Contoso, "Contoso", [], [Noor], [], "", "", "", 180, Terms, MatchingTerms);
    public static readonly Reviewers NoorLooks = new([Noor], []);

    private readonly DataKeys keys;

    /// <param name="isWhole">Whether all steps are taken, and all falls due that the product has.</param>
    public StorageRoom(StorageRoom? beside = null, IEnumerable<IStep>? steps = null, bool isWhole = false, params IEnumerable<IFallsDue> falling)
    {
        Rows = beside?.Rows ?? new();
        Wrapper = beside?.Wrapper ?? new();
        Clock = beside?.Clock ?? new();
        Queue = beside?.Queue ?? new(Clock);
        Notices = beside?.Notices ?? new();
        Directory = beside?.Directory ?? new();
        Calendars = beside?.Calendars ?? new(Directory);
        Watched = new(Rows);
        Rounds = new(Watched);
        Decisions = new(Rounds, Nudges);
        keys = new(Rounds, Decisions, Wrapper, Clock);
        var (sealer, reviewers) = (new Sealer(keys), new Always(NoorLooks));
        Offers = new(Rounds, Decisions, sealer, Programme, Clock);
        Profiles = new(Rounds, Decisions, keys, Programme, Clock);
        OffersFallDue = new(Offers, reviewers, Programme, Clock);
        Mentors = new(Rounds, sealer, Programme);
        PastPairs = new(Rounds, Decisions, Programme);
        Requests = new RequestRows(Rounds, Decisions, sealer, Programme, Clock);
        Matchmaker = new(new Gatherings(Directory, Mentors, PastPairs), Requests, Directory, Clock);
        RequestsFallDue = new(Rounds, Decisions, sealer, Requests, Matchmaker, reviewers, Programme, Clock, NullLogger<RequestsFallDue>.Instance);
        Relationships = new(Rounds, Decisions, sealer, Programme, Clock);
        Records = new(Rounds, Decisions, Clock);
        RelationshipsFallDue = new(Rounds, Records, keys, Relationships, Programme, Clock);
        FollowOffer = new(Rounds, Decisions, sealer, Offers, Requests, Programme, Clock);
        Rest = new(Offers, Mentors, Programme);
        Meetings = new(new(Rounds, new(Rounds, Decisions, Clock), sealer, Programme, Clock));
        Open = new(Requests, Relationships, Meetings, Clock);
        Free = new(Rounds, Decisions, sealer, Relationships, Programme);
        var besidePair = new BesidePair(Rounds, Records, sealer, Programme, Clock);
        BesidePair = besidePair;
        Going = new(Rounds, Programme);
        Held = new(Rounds, Decisions, besidePair, Directory, Programme, Clock);
        Notes = new(Records, besidePair, sealer, Programme);
        Questions = new(besidePair, sealer, Programme);
        Closings = new(besidePair);
        Agreements = new(Records, besidePair, sealer, Programme);
        Experiments = new(Records, besidePair, sealer, Programme);
        Moments = new(Records, besidePair, sealer, Programme);
        ShareMoment = new(Moments);
        Keeping = new(Records, besidePair, Notes, sealer, Programme);
        Stories = new(besidePair, sealer, Programme);
        Appearances = new(Records, sealer, Programme);
        FollowCalendars = new(Meetings, Appearances, Calendars);
        IEnumerable<IStep> allSteps =
        [
            FollowOffer, Rest, Open, Free, new StopMeetings(Meetings, Clock), new TickMeetings(Meetings, Clock), ShareMoment,
            FollowCalendars, new OfferTimes(Meetings, Clock), new DropReadQuestions(Questions, Meetings),
            new FollowNotes(Notes, Meetings, Clock), new FollowQuestions(Questions, Meetings), new SweepAfterErasure(Records, Programme),
            new ListGoing(Rounds, Decisions, besidePair, Programme),
            new CountHeld(Rounds, Decisions, Held, Programme), new ForgetCounts(Records, Programme),
            new AskAfterHeld(Closings, Meetings, Agreements, Clock), new AskAfterLast(Closings, Meetings, Agreements, Clock), new TickClosing(Closings, Clock),
            new FollowClosing(Closings), new FinishAfterLast(Relationships, Programme, Clock), new BeginApart(Closings, Relationships, Clock),
            new BecomePeers(Closings, Relationships, Clock),
            new BeginKeeping(Keeping, Meetings, Clock), new TickKeeping(Keeping, Clock), new BringKeptHome(Keeping), new TickStory(Stories, Clock),
        ];
        IEnumerable<IFallsDue> allFalling = [OffersFallDue, RequestsFallDue, RelationshipsFallDue];
        Postman = new(Rounds, Decisions, Notices, isWhole ? allSteps : steps ?? [], Counts, Clock, NullLogger<Postman>.Instance);
        Worker = new(Rounds, Decisions, Postman, isWhole ? allFalling : falling, Nudges, Queue, Clock, Timers, NullLogger<Worker>.Instance);
    }

    public MemoryRowStore Rows { get; }

    /// <summary>The same rows, as this process asks for them.</summary>
    public WatchedRowStore Watched { get; }

    /// <summary>Counts how often this process waits for them.</summary>
    public RoundsRowStore Rounds { get; }

    public RecordingWrapper Wrapper { get; }

    public EverybodyThere Directory { get; }

    public TestClock Clock { get; }

    public TimersByHand Timers { get; } = new();

    public Nudges Nudges { get; } = new();

    public DeliveryCounts Counts { get; } = new();

    public MemoryWorkQueue Queue { get; }

    public NoticesByHand Notices { get; }

    public Decisions Decisions { get; }

    public RecordRows Records { get; }

    public KeepRows Keeping { get; }

    public OfferRows Offers { get; }

    public OffersFallDue OffersFallDue { get; }

    public MentorRows Mentors { get; }

    public PastPairRows PastPairs { get; }

    public IRequests Requests { get; }

    public Matchmaker Matchmaker { get; }

    public RequestsFallDue RequestsFallDue { get; }

    public RelationshipRows Relationships { get; }

    public RelationshipsFallDue RelationshipsFallDue { get; }

    public BesidePair BesidePair { get; }

    public GoingRows Going { get; }

    public MeetingRows Meetings { get; }

    public HeldRows Held { get; }

    public CalendarsInMemory Calendars { get; }

    public AppearanceRows Appearances { get; }

    public FollowCalendars FollowCalendars { get; }

    public MentorFollowsOffer FollowOffer { get; }

    public RestOffer Rest { get; }

    public OpenRelationship Open { get; }

    public FreePlace Free { get; }

    public NoteRows Notes { get; }

    public QuestionRows Questions { get; }

    public ClosingRows Closings { get; }

    public StoryRows Stories { get; }

    public AgreementRows Agreements { get; }

    public ExperimentRows Experiments { get; }

    public MomentRows Moments { get; }

    public ShareMoment ShareMoment { get; }

    public DataKeys KeysOf => keys;

    public ProfileRows Profiles { get; }

    public Postman Postman { get; }

    public Worker Worker { get; }

    public static Partition Of(PersonId person) => PartitionOf.Person(Contoso, person);

    /// <summary>Something follows from a decision in this person's partition, which is to be looked at now.</summary>
    public Task Follows(PersonId home, params IEnumerable<Consequence> consequences) => Decisions.Run(
        Of(home),
        _ => Task.FromResult(true),
        (_, _) => ValueTask.FromResult(new Plan<bool>(true, [.. consequences.Select(OutboxRows.Write)], [Clock.Now])),
        default);

    /// <summary>This person's partition is to be looked at at that time.</summary>
    public Task IsDue(PersonId home, Instant at) => Decisions.Run(
        Of(home),
        _ => Task.FromResult(true),
        (_, _) => ValueTask.FromResult(new Plan<bool>(true, [new Write.Upsert("something", new PropertyBag().Properties)], [at])),
        default);

    public async Task<string[]> Keys(Partition partition, string prefix = "") => [.. (await Rows.Prefix(partition, prefix, default)).Select(row => row.Key)];

    /// <summary>Every pointer that there is.</summary>
    public async Task<ImmutableArray<string>> Pointers()
    {
        var pointers = new List<string>();
        for (var shard = 0; shard < DuePointers.Shards; shard++)
            pointers.AddRange(await Keys(DuePointers.Shard(shard)));
        return [.. pointers];
    }

    public void Dispose()
    {
        keys.Dispose();
        Counts.Dispose();
    }

    private sealed class Always(Reviewers who) : IReviewers
    {
        public Task<Reviewers> Of(ImmutableArray<PersonId> touched, CancellationToken cancellationToken) => Task.FromResult(who);

        public Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(who);
    }

    /// <summary>Notices that go nowhere: a test says what became of each.</summary>
    internal sealed class NoticesByHand : INotices
    {
        public static readonly Delivery Finished = new Delivery.Finished();

        private readonly ConcurrentQueue<Notice> sent = new();

        public IReadOnlyList<Notice> Sent => [.. sent];

        public Func<Notice, Task<Delivery>> Becomes { get; set; } = _ => Task.FromResult(Finished);

        public Task<Delivery> Deliver(Notice notice, CancellationToken cancellationToken)
        {
            sent.Enqueue(notice);
            return Becomes(notice);
        }
    }

    /// <summary>The process ends while its worker is sending.</summary>
    public async Task DiesSending(Partition partition)
    {
        using var death = new CancellationTokenSource();
        Notices.Becomes = async _ =>
        {
            await death.CancelAsync();
            throw new OperationCanceledException(death.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Postman.Deliver(partition, death.Token));
    }
}
