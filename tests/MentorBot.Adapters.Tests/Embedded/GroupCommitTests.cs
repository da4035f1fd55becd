using System.Collections.Concurrent;
using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Rows;
using static MentorBot.Adapters.Tests.Embedded.RowStoreExtensions;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class GroupCommitTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly CommitGate gate = new();

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Transactions_that_wait_together_share_one_commit_and_keep_their_own_outcomes()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        await store.Done(Insert("counter"));
        var etag = await store.ETag("counter");
        var (before, held) = await HoldTheWriter(store);

        var together = Enumerable.Range(0, 64)
            .Select(caller => store.Transact(Upsert($"caller-{caller:D2}", caller), new Write.Replace("counter", etag, Number(caller)), Insert($"mine-{caller:D2}")))
            .ToArray();
        Assert.DoesNotContain(together, task => task.IsCompleted);
        gate.Open();
        var commits = await Task.WhenAll(together);
        await held;

        Assert.Equal(before + 2, gate.Commits);
        Assert.IsType<Commit.Done>(commits[0]);
        Assert.All(commits[1..], commit => Assert.Equal(1, Assert.IsType<Commit.Conflict>(commit).Index));
        Assert.Equal("caller-00=0 counter=0 first=0 mine-00=0", await store.All());
    }

    [Fact]
    public async Task Sixty_four_callers_at_once_need_fewer_commits_than_transactions()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        var (before, held) = await HoldTheWriter(store);

        var callers = Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
                await store.Done(Insert($"{caller:D2}-{round}"));
        })).ToArray();
        gate.Open();
        await Task.WhenAll(callers);
        await held;

        Assert.InRange(gate.Commits - before, 1, 640);
        Assert.Equal(641, (await store.All()).Split(' ').Length);
    }

    [Fact]
    public async Task A_transaction_sees_the_earlier_ones_of_its_group()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        await store.Done(Insert("old"));
        var etag = await store.ETag("old");
        var (_, held) = await HoldTheWriter(store);

        Task<Commit>[] group =
        [
            store.Transact(Insert("row", 1)),
            store.Transact(Insert("row", 2)),
            store.Transact(new Write.Delete("old", etag)),
            store.Transact(Insert("old", 3)),
            store.Transact(Upsert("other", 4), new Write.Replace("old", etag, Number(4))),
            store.Transact(Upsert("row", 5)),
        ];
        gate.Open();
        await Task.WhenAll([held, .. group]);

        Assert.Equal([null, 0, null, null, 1, null], group.Select(task => (task.Result as Commit.Conflict)?.Index));
        Assert.Equal("first=0 old=3 row=5", await store.All());
    }

    [Fact]
    public async Task A_reader_sees_nothing_of_a_transaction_before_its_commit_and_all_of_it_after()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        await store.Done(Insert("a", 1), Insert("b", 1), Insert("c", 1));

        gate.Close();
        var writing = store.Transact(Upsert("a", 2), Upsert("b", 2), new Write.Delete("c", await store.ETag("c")), Insert("d", 2));
        await gate.Arrival();
        await gate.Arrival();
        Assert.Equal("a=1 b=1 c=1", await store.All());
        Assert.Null(await store.Get("d"));
        Assert.False(writing.IsCompleted);

        gate.Open();
        Assert.IsType<Commit.Done>(await writing);
        Assert.Equal("a=2 b=2 d=2", await store.All());
    }

    [Fact]
    public async Task A_short_range_is_of_one_moment_while_others_write()
    {
        await using var store = SqliteRowStore.Open(folder.File);
        Write[] Round(long round) => [.. Enumerable.Range(0, 50).Select(row => Upsert($"{row:D2}", round))];
        await store.Done(Round(0));
        var writing = Task.Run(async () =>
        {
            for (var round = 1; round <= 200; round++)
                await store.Done(Round(round));
        });

        do
            Assert.Single((await store.All()).Split(' ').Select(row => row.Split('=')[1]).Distinct());
        while (!writing.IsCompleted);

        await writing;
    }

    [Fact]
    public async Task A_transaction_cancelled_while_it_waits_is_not_written()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        using var cancellation = new CancellationTokenSource();
        var (_, held) = await HoldTheWriter(store);

        var cancelled = store.Transact(Tenant, [Insert("cancelled")], cancellation.Token);
        var kept = store.Transact(Insert("kept"));
        await cancellation.CancelAsync();
        gate.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.IsType<Commit.Done>(await kept);
        await held;
        Assert.Equal("first=0 kept=0", await store.All());
    }

    [Fact]
    public async Task A_failed_commit_fails_its_whole_group_and_the_writer_goes_on()
    {
        await using var store = SqliteRowStore.Open(folder.File, gate.Watch);
        await store.Done(Insert("there"));
        var (_, held) = await HoldTheWriter(store);

        var group = Enumerable.Range(0, 64).Select(caller => store.Transact(Insert("row", caller))).ToArray();
        gate.Fails = true;
        gate.Open();
        foreach (var task in group.Append(held))
            await Assert.ThrowsAsync<RowStoreUnavailableException>(() => task);
        Assert.Equal("there=0", await store.All());

        gate.Fails = false;
        await store.Done(Insert("row", 7));
        Assert.Equal("row=7 there=0", await store.All());
    }

    [Fact]
    public async Task Disposing_decides_what_waits_and_lets_nobody_hang()
    {
        var store = SqliteRowStore.Open(folder.File, gate.Watch);
        var (_, held) = await HoldTheWriter(store);
        var pending = Enumerable.Range(0, 20).Select(caller => store.Transact(Insert("row", caller))).ToArray();

        var disposing = store.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        gate.Open();
        var commits = await Task.WhenAll(pending);
        await held;
        await disposing;

        Assert.Single(commits, commit => commit is Commit.Done);
        await using var again = SqliteRowStore.Open(folder.File);
        Assert.Equal("first=0 row=0", await again.All());
    }

    [Fact]
    public async Task Disposing_in_the_middle_of_everything_ends_every_call_and_keeps_what_was_acknowledged()
    {
        var store = SqliteRowStore.Open(folder.File);
        var acknowledged = new ConcurrentBag<string>();
        using var underWay = new SemaphoreSlim(0);
        var callers = Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; ; round++)
            {
                try
                {
                    await store.Done(Insert($"{caller:D2}-{round:D5}"));
                    acknowledged.Add($"{caller:D2}-{round:D5}=0");
                    await store.Get("00-00000");
                    underWay.Release();
                }
                catch (RowStoreUnavailableException)
                {
                    return;
                }
            }
        })).ToArray();

        for (var call = 0; call < 200; call++)
            await underWay.WaitAsync();
        await Task.WhenAll(store.DisposeAsync().AsTask(), store.DisposeAsync().AsTask());
        await Task.WhenAll(callers);

        await using var again = SqliteRowStore.Open(folder.File);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await again.All()).Split(' '));
    }

    /// <summary>The writer stands before the commit of the row "first" until the gate is opened.</summary>
    private async Task<(int Commits, Task<Commit> Held)> HoldTheWriter(SqliteRowStore store)
    {
        var before = gate.Commits;
        for (var passed = 0; passed < before; passed++)
            await gate.Arrival();
        gate.Close();
        var held = store.Transact(Insert("first"));
        await gate.Arrival();
        return (before, held);
    }
}
