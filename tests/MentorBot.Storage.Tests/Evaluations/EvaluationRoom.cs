using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Evaluations;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Evaluations;

/// <summary>People who look back, with their steps and a worker. What is drawn is drawn as in the product.</summary>
internal sealed class EvaluationRoom : IDisposable
{
    public static readonly Partition Where = PartitionOf.Evaluations(Contoso);

    private readonly Worker worker;

    public EvaluationRoom()
    {
        Sealer = new(Room.KeysOf);
        Rows = new(Room.Rounds, Room.Decisions, Room.Records, Sealer, Room.Profiles, Room.Directory, new Chance(), Programme, Room.Clock);
        Morning = new(Rows);
        IStep[] steps = [Morning, new AdmitReader(Rows)];
        var postman = new Postman(Room.Rounds, Room.Decisions, Room.Notices, steps, Room.Counts, Room.Clock, NullLogger<Postman>.Instance);
        worker = new Worker(Room.Rounds, Room.Decisions, postman, [], Room.Nudges, Room.Queue, Room.Clock, Room.Timers, NullLogger<Worker>.Instance);
    }

    public StorageRoom Room { get; } = new();

    public EvaluationRows Rows { get; }

    public ShowInTheMorning Morning { get; }

    public Sealer Sealer { get; }

    public IEnumerable<string> Told => Room.Notices.Sent.Where(notice => notice.Kind == EvaluationNotices.Result).Select(notice => notice.Whom.Value).Order(StringComparer.Ordinal);

    public static PersonId Person(int number) => new($"person{number}");

    public static RelationshipId About(int number) => new($"pair{number}");

    public static LookBack Words(string text) => LookBack.Of([.. Enumerable.Range(1, LookBack.Questions).Select(question => Confidential.From($"{text} {question}"))]);

    public async Task<LookBackOutcome> Send(int person, int about = 0, string? text = null)
    {
        await Room.Profiles.Change(Person(person), profile => profile with { Locale = "en" }, default);
        await Joins(person, about);
        var found = await Rows.Find(Person(person), About(about), default);
        return await Rows.Decide(
            Person(person),
            About(about),
            (now, zone) => LookingBack.Send(
                now, Person(person), About(about), Words(text ?? $"of {person}"), found?.Revision ?? 0, Room.Clock.Now + Duration.FromDays(180), zone, Room.Clock.Now),
            default);
    }

    /// <summary>The person finds the relationship.</summary>
    private Task<bool> Joins(int person, int about)
    {
        var (partition, key) = (Of(Person(person)), $"member-{About(about).Value}");
        return Room.Decisions.Run(
            partition,
            token => Room.Rounds.Get(partition, key, token),
            (row, _) => ValueTask.FromResult(row is null ? Plan.Of(true, new Write.Insert(key, new PropertyBag().Properties)) : Plan.Nothing(false)),
            default);
    }

    public async Task Send(IEnumerable<int> people)
    {
        foreach (var person in people)
            await Send(person);
    }

    public Task<LookBackOutcome> TakeBack(int person) => Rows.Decide(Person(person), About(0), (now, _) => LookingBack.TakeBack(now), default);

    public async Task Days(int days)
    {
        Room.Clock.Advance(Duration.FromDays(days));
        await Settles();
    }

    public Task Settles() => worker.RunUntilIdle(default);

    /// <summary>All that is shown to one question, in no order.</summary>
    public async Task<string[]> Shown(int question = 0) =>
        [.. (await Rows.Released(default)).SelectMany(one => one.Answers[question]).Select(answer => answer.Reveal()).Order(StringComparer.Ordinal)];

    public Task<string[]> Keys() => Room.Keys(Where);

    public void Dispose() => Room.Dispose();
}
