using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.MyData;

/// <summary>People: the row "forgetting", there from the press on until all is done: since when.</summary>
public sealed class ForgettingRows(RecordRows records, MentoringProgramme programme, IClock clock) : IForgetting
{
    public const string Key = "forgetting";

    /// <summary>How soon it is looked again, where somebody said yes at that very moment.</summary>
    private static readonly Duration SoonAgain = Duration.FromSeconds(30);

    private static readonly Codec Rows = new();

    public Task<Instant> Begin(PersonId person, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return Decide(
            person,
            found =>
            {
                var began = found ?? new(now);
                return new(began.At + IForgetting.Notice, true, began,
                [
                    new Consequence.Step(MyDataNotices.Forget, "", ""),
                    new Consequence.Step(MyDataNotices.LastTraces, "", "") { At = began.At + IForgetting.Notice + Duration.FromDays(1) },
                ]);
            },
            cancellationToken);
    }

    internal Task<Began?> Find(PersonId person, CancellationToken cancellationToken) =>
        records.Find(PartitionOf.Person(programme.Tenant, person), Key, Rows, cancellationToken);

    internal Task GoOnSoon(PersonId person, CancellationToken cancellationToken) => Decide(
        person,
        found => new(default, found is not null, found, [new Consequence.Step(MyDataNotices.Forget, "", "again") { At = clock.GetCurrentInstant() + SoonAgain }]),
        cancellationToken);

    internal Task Done(PersonId person, CancellationToken cancellationToken) =>
        Decide(person, found => new(default, found is not null, null, []), cancellationToken);

    private Task<Instant> Decide(PersonId person, Func<Began?, Decision<Began, Instant>> decide, CancellationToken cancellationToken) =>
        records.Decide(PartitionOf.Person(programme.Tenant, person), Key, Rows, decide, cancellationToken);

    internal sealed record Began(Instant At);

    private sealed class Codec : IRecordCodec<Began>
    {
        public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Began record, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PropertyBag { { "at", record.At } }.Properties);

        public ValueTask<Began> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Began(row.Moment("at")));
    }
}
