using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Deciding;

public sealed class DecisionsTests : IDisposable
{
    private static readonly Partition Place = Of(Ana);

    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task The_pointer_is_written_before_the_change()
    {
        await Add(1, lookAt: room.Clock.Now);

        Assert.Equal(["get", "transact Due", "transact People"], room.Watched.Calls.Select(call => call.StartsWith("get", StringComparison.Ordinal) ? "get" : call[..call.LastIndexOf(' ')]));
        Assert.EndsWith("-People-contoso|ana.lima", Assert.Single(await room.Pointers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_nobody_has_to_look_at_has_no_pointer_and_nudges_nobody()
    {
        await Add(1);

        Assert.Equal(["get People count", "transact People count"], room.Watched.Calls);
        Assert.False(room.Nudges.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_plan_without_writes_writes_nothing_not_even_a_pointer()
    {
        var outcome = await room.Decisions.Run(
            Place, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(new Plan<string>("nothing to do", [], [room.Clock.Now])), default);

        Assert.Equal("nothing to do", outcome);
        Assert.Empty(room.Watched.Calls);
        Assert.False(room.Nudges.Reader.TryRead(out _));
    }

    [Fact]
    public async Task The_worker_is_nudged_once_the_change_is_there()
    {
        room.Rows.BeforeTransact = partition =>
        {
            Assert.False(room.Nudges.Reader.TryRead(out _));
            return Task.CompletedTask;
        };

        await Add(1, lookAt: room.Clock.Now);

        Assert.True(room.Nudges.Reader.TryRead(out var nudged));
        Assert.Equal(Place, nudged);
    }

    [Fact]
    public async Task Whoever_was_slower_reads_and_decides_again_on_what_is_there_by_then()
    {
        await Add(1);
        room.Rows.BeforeTransact = async _ =>
        {
            room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await Add(10);
        };
        room.Watched.Forget();

        Assert.Equal(111, await Add(100));

        Assert.Equal(111, await Count());
        Assert.Equal(3, room.Watched.Calls.Count(call => call == "get People count"));
    }

    [Fact]
    public async Task It_gives_up_when_others_are_always_faster_and_has_changed_nothing()
    {
        var attempts = 0;
        var isOther = false;
        room.Rows.BeforeTransact = async _ =>
        {
            if (isOther)
                return;
            attempts++;
            isOther = true;
            await Add(1);
            isOther = false;
        };

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Add(1_000_000));

        Assert.Equal((32, 32), (attempts, await Count()));
    }

    [Fact]
    public async Task An_outage_is_told_and_not_tried_again()
    {
        room.Rows.BeforeTransact = _ => throw new RowStoreUnavailableException("out of reach");

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Add(1));

        Assert.Single(room.Watched.Calls, call => call.StartsWith("transact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_its_pointer_there_is_no_change()
    {
        room.Rows.BeforeTransact = partition => partition.Table == Table.Due ? throw new RowStoreUnavailableException("out of reach") : Task.CompletedTask;

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Add(1, lookAt: room.Clock.Now));

        Assert.Empty(await room.Keys(Place));
    }

    [Fact]
    public async Task Sixty_four_at_once_lose_nothing()
    {
        room.Rows.BeforeGet = async _ => await Task.Yield();
        room.Rows.BeforeTransact = async _ => await Task.Yield();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(UntilItIsDone)));

        Assert.Equal(64, await Count());

        async Task UntilItIsDone()
        {
            for (var isDone = false; !isDone;)
            {
                try
                {
                    await Add(1);
                    isDone = true;
                }
                catch (RowStoreUnavailableException)
                {
                    // More than thirty-two were faster.
                }
            }
        }
    }

    private Task<int> Add(int number, Instant? lookAt = null) => room.Decisions.Run(
        Place,
        token => room.Watched.Get(Place, "count", token),
        (row, _) =>
        {
            var sum = (row?.Number("count") ?? 0) + number;
            var properties = new PropertyBag { { "count", sum } }.Properties;
            return ValueTask.FromResult(new Plan<int>(
                sum, [row is null ? new Write.Insert("count", properties) : new Write.Replace("count", row.ETag, properties)], lookAt is { } at ? [at] : []));
        },
        default);

    private async Task<int> Count() => (await room.Rows.Get(Place, "count", default))!.Number("count");
}
