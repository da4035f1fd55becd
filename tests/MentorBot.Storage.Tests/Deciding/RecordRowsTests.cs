using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Deciding;

public sealed class RecordRowsTests : IDisposable
{
    private const string Key = "count";

    private readonly StorageRoom room;
    private readonly CountOfSteps steps = new();
    private readonly RecordRows records;

    public RecordRowsTests()
    {
        room = new(steps: [steps]);
        records = new(room.Rounds, room.Decisions, room.Clock);
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_record_is_kept_changed_and_removed()
    {
        Assert.Equal(1, await Add(1));
        Assert.Equal(3, await Add(2));
        Assert.Equal(new Count(3), await records.Find(Of(Ana), Key, Codec.One, default));
        Assert.Equal([new Count(3)], (await records.All(Of(Ana), "co", Codec.One, default)).ToArray());

        Assert.True(await records.Decide<Count, bool>(Of(Ana), Key, Codec.One, found => new(true, true, null, []), default));

        Assert.Null(await records.Find(Of(Ana), Key, Codec.One, default));
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_changes()
    {
        await Add(1);
        room.Watched.Forget();

        await records.Decide<Count, bool>(Of(Ana), Key, Codec.One, found => new(false, false, found, []), default);

        Assert.Equal(["get People count"], room.Watched.Calls);
    }

    [Fact]
    public async Task Removing_what_is_not_there_changes_nothing()
    {
        await records.Decide<Count, bool>(Of(Ana), Key, Codec.One, _ => new(true, true, null, []), default);

        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task A_decision_beside_another_row_is_made_again_when_that_one_changes_meanwhile()
    {
        await Put("beside", 1);
        var seen = new List<int>();

        await records.DecideBeside<Count, bool>(
            Of(Ana),
            Key,
            Codec.One,
            "beside",
            async (row, _, _) =>
            {
                seen.Add(row!.Number("value"));
                if (seen.Count == 1)
                    await Put("beside", 2);
                return new(true, true, new(seen[^1]), []);
            },
            default);

        Assert.Equal([1, 2], seen);
        Assert.Equal(new Count(2), await records.Find(Of(Ana), Key, Codec.One, default));
        Assert.Equal(2, (await room.Rows.Get(Of(Ana), "beside", default))!.Number("value"));
    }

    [Fact]
    public async Task A_consequence_waits_for_its_time_and_then_happens_once()
    {
        await Leads(Step(Duration.FromDays(3)));

        await room.Worker.RunUntilIdle(default);
        room.Clock.Advance(Duration.FromDays(3) - Duration.FromSeconds(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal(0, steps.Taken);

        room.Clock.Advance(Duration.FromSeconds(1));
        await room.Worker.RunUntilIdle(default);
        room.Clock.Advance(Duration.FromDays(9));
        await room.Worker.RunUntilIdle(default);

        Assert.Equal(1, steps.Taken);
        Assert.Equal([Key], await room.Keys(Of(Ana)));
        Assert.Empty(await room.Pointers());
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(8, 3)]
    public async Task A_later_consequence_of_the_same_kind_takes_the_place_of_the_earlier(int first, int second)
    {
        await Leads(Step(Duration.FromDays(first)));
        await Leads(Step(Duration.FromDays(second)));

        room.Clock.Advance(Duration.FromDays(second) - Duration.FromHours(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal(0, steps.Taken);

        room.Clock.Advance(Duration.FromDays(9));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal(1, steps.Taken);
    }

    [Fact]
    public async Task A_step_may_put_off_itself()
    {
        var again = Step(Duration.FromDays(2)) with { At = room.Clock.Now + Duration.FromDays(2) };
        steps.Takes = async () =>
        {
            if (steps.Taken == 1)
                await Leads(again);
        };
        await Leads(Step(Duration.FromDays(1)));

        room.Clock.Advance(Duration.FromDays(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal(1, steps.Taken);

        room.Clock.Advance(Duration.FromDays(1));
        await room.Worker.RunUntilIdle(default);
        Assert.Equal(2, steps.Taken);
    }

    private Consequence.Step Step(Duration after) => new(CountOfSteps.Taking, "a subject", "1") { At = room.Clock.Now + after };

    private Task<bool> Leads(Consequence consequence) => records.Decide<Count, bool>(
        Of(Ana), Key, Codec.One, found => new(true, true, new((found?.Value ?? 0) + 1), [consequence]), default);

    private Task<int> Add(int value) => records.Decide<Count, int>(
        Of(Ana),
        Key,
        Codec.One,
        found =>
        {
            var next = new Count((found?.Value ?? 0) + value);
            return new(next.Value, true, next, []);
        },
        default);

    private Task<bool> Put(string key, int value) =>
        records.Decide<Count, bool>(Of(Ana), key, Codec.One, _ => new(true, true, new(value), []), default);

    private sealed record Count(int Value);

    private sealed class Codec : IRecordCodec<Count>
    {
        public static readonly Codec One = new();

        public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Count record, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PropertyBag { { "value", record.Value } }.Properties);

        public ValueTask<Count> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Count(row.Number("value")));
    }

    private sealed class CountOfSteps : IStep
    {
        public const string Taking = "test.step";

        public int Taken { get; private set; }

        public Func<Task> Takes { get; set; } = () => Task.CompletedTask;

        public string Kind => Taking;

        public async Task Run(string home, string subject, CancellationToken cancellationToken)
        {
            Taken++;
            await Takes();
        }
    }
}
