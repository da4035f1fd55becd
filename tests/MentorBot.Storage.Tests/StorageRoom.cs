using System.Collections.Concurrent;
using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Offers;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Profiles;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Sealing;
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
    public static readonly MentoringProgramme Programme = new(Contoso, "Contoso", [], [Noor], [], "", "", "", 180, Terms);
    public static readonly Reviewers NoorLooks = new([Noor], []);

    private readonly DataKeys keys;

    public StorageRoom(StorageRoom? beside = null, IEnumerable<IStep>? steps = null, params IEnumerable<IFallsDue> falling)
    {
        Rows = beside?.Rows ?? new();
        Wrapper = beside?.Wrapper ?? new();
        Clock = beside?.Clock ?? new();
        Notices = beside?.Notices ?? new();
        Watched = new(Rows);
        Decisions = new(Watched, Nudges);
        keys = new(Watched, Decisions, Wrapper, Clock);
        Offers = new(Watched, Decisions, new Sealer(keys), Programme, Clock);
        Mentors = new(Watched, Decisions, Offers, Programme);
        Profiles = new(Watched, Decisions, Programme, Clock);
        OffersFallDue = new(Offers, new Always(NoorLooks), Programme, Clock);
        Postman = new(Watched, Decisions, Notices, steps ?? [], Counts, Clock, NullLogger<Postman>.Instance);
        Worker = new(Watched, Decisions, Postman, falling, Nudges, Clock, Timers, NullLogger<Worker>.Instance);
    }

    public MemoryRowStore Rows { get; }

    /// <summary>The same rows, as this process asks for them.</summary>
    public WatchedRowStore Watched { get; }

    public RecordingWrapper Wrapper { get; }

    public TestClock Clock { get; }

    public TimersByHand Timers { get; } = new();

    public Nudges Nudges { get; } = new();

    public DeliveryCounts Counts { get; } = new();

    public NoticesByHand Notices { get; }

    public Decisions Decisions { get; }

    public OfferRows Offers { get; }

    public OffersFallDue OffersFallDue { get; }

    public MentorRows Mentors { get; }

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
