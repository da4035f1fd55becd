using System.Globalization;
using MentorBot.Storage.Rows;
using Xunit;

namespace MentorBot.Testing.Rows;

public abstract partial class RowStoreContract
{
    private const string NeverAnETag = "W/\"never\"";

    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        var store = await OpenStore();

        Assert.Null(await store.Get(At(), "row", default));
    }

    [Fact]
    public async Task What_was_written_is_read_at_once()
    {
        var store = await OpenStore();
        for (var round = 0L; round < 50; round++)
        {
            await Done(store, At(), new Write.Upsert("row", Value(round)));

            Assert.Equal(round, (await Existing(store, At(), "row")).Properties["Value"]);
            Assert.Equal(round, Assert.Single(await ToList(store.Range(At(), "", "~", default))).Properties["Value"]);
        }
    }

    [Fact]
    public async Task An_insert_conflicts_when_the_row_exists()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value("first")));

        await Conflicts(0, store, At(), new Write.Insert("row", Value("second")));

        Assert.Equal("first", (await Existing(store, At(), "row")).Properties["Value"]);
    }

    [Fact]
    public async Task A_replace_conflicts_unless_the_row_is_in_that_version()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value("first")));
        var stale = await ETag(store, At(), "row");
        await Done(store, At(), new Write.Replace("row", stale, Value("second")));

        await Conflicts(0, store, At(), new Write.Replace("row", stale, Value("third")));
        await Conflicts(0, store, At(), new Write.Replace("missing", stale, Value("third")));

        Assert.Equal("second", (await Existing(store, At(), "row")).Properties["Value"]);
        Assert.Null(await store.Get(At(), "missing", default));
    }

    [Fact]
    public async Task A_replace_leaves_only_the_new_properties()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Bag(("Old", "x"), ("Both", 1L))));

        await Done(store, At(), new Write.Replace("row", await ETag(store, At(), "row"), Bag(("Both", 2L), ("New", true))));

        AssertSame(Bag(("Both", 2L), ("New", true)), await Existing(store, At(), "row"));
    }

    [Fact]
    public async Task An_upsert_writes_whatever_was_there_and_leaves_only_the_new_properties()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Upsert("row", Bag(("Old", "x"), ("Both", 1L))));
        await Done(store, At(), new Write.Upsert("row", Bag(("Both", 2L), ("New", true))));

        AssertSame(Bag(("Both", 2L), ("New", true)), await Existing(store, At(), "row"));
    }

    [Fact]
    public async Task A_delete_conflicts_unless_the_row_is_in_that_version()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));
        var stale = await ETag(store, At(), "row");
        await Done(store, At(), new Write.Upsert("row", Value(2L)));

        await Conflicts(0, store, At(), new Write.Delete("row", stale));
        await Conflicts(0, store, At(), new Write.Delete("missing", stale));
        await Done(store, At(), new Write.Delete("row", await ETag(store, At(), "row")));

        Assert.Null(await store.Get(At(), "row", default));
        Assert.Empty(await ToList(store.Range(At(), "", "~", default)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task A_conflict_names_the_write_that_did_not_hold_and_nothing_is_written(int index)
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("taken", Value("before")), new Write.Insert("replaced", Value("before")), new Write.Insert("deleted", Value("before")));
        Write[] writes =
        [
            new Write.Replace("replaced", await ETag(store, At(), "replaced"), Value("after")),
            new Write.Delete("deleted", await ETag(store, At(), "deleted")),
            .. Enumerable.Range(2, 98).Select(number => new Write.Upsert($"row-{number}", Value("after"))),
        ];
        writes[index] = new Write.Insert("taken", Value("after"));

        await Conflicts(index, store, At(), writes);

        var rows = await ToList(store.Range(At(), "", "~", default));
        Assert.Equal(["deleted", "replaced", "taken"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal("before", row.Properties["Value"]));
    }

    [Theory]
    [InlineData("replace")]
    [InlineData("delete")]
    public async Task The_conflict_of_a_stale_version_names_its_write_too(string kind)
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));
        var stale = await ETag(store, At(), "row");
        await Done(store, At(), new Write.Upsert("row", Value(2L)));

        await Conflicts(2, store, At(), new Write.Upsert("a", Value(3L)), new Write.Insert("b", Value(3L)),
            kind == "replace" ? new Write.Replace("row", stale, Value(3L)) : new Write.Delete("row", stale), new Write.Upsert("c", Value(3L)));

        Assert.Equal(2L, Assert.Single(await ToList(store.Range(At(), "", "~", default))).Properties["Value"]);
    }

    [Fact]
    public async Task All_writes_of_a_transaction_are_done_together()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("replaced", Value("old")), new Write.Insert("deleted", Value("old")));

        await Done(store, At(), new Write.Insert("inserted", Value("new")), new Write.Upsert("upserted", Value("new")),
            new Write.Replace("replaced", await ETag(store, At(), "replaced"), Value("new")), new Write.Delete("deleted", await ETag(store, At(), "deleted")));

        var rows = await ToList(store.Range(At(), "", "~", default));
        Assert.Equal(["inserted", "replaced", "upserted"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal("new", row.Properties["Value"]));
    }

    [Fact]
    public async Task A_reader_never_sees_half_of_a_transaction_in_the_order_it_was_written()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Upsert("a", Value(0L)), new Write.Upsert("b", Value(0L)));
        var writing = Task.Run(async () =>
        {
            for (var round = 1L; round <= 100; round++)
                await Done(store, At(), new Write.Upsert("a", Value(round)), new Write.Upsert("b", Value(round)));
        });

        do
        {
            var b = (long)(await Existing(store, At(), "b")).Properties["Value"];
            Assert.True((long)(await Existing(store, At(), "a")).Properties["Value"] >= b);
            var a = (long)(await Existing(store, At(), "a")).Properties["Value"];
            Assert.True((long)(await Existing(store, At(), "b")).Properties["Value"] >= a);
        }
        while (!writing.IsCompleted);

        await writing;
    }

    [Fact]
    public async Task Every_write_gives_a_new_etag_even_when_nothing_changes()
    {
        var store = await OpenStore();
        var etags = new HashSet<string>();
        for (var round = 0; round < 20; round++)
        {
            await Done(store, At(), new Write.Upsert("row", Value("same")));
            Assert.True(etags.Add(await ETag(store, At(), "row")));
        }
    }

    [Fact]
    public async Task An_etag_stays_while_the_row_stays_and_is_the_same_in_a_range()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));
        var etag = await ETag(store, At(), "row");
        await Done(store, At(), new Write.Insert("other", Value(1L)));
        await Conflicts(0, store, At(), new Write.Insert("row", Value(2L)));

        Assert.Equal(etag, await ETag(store, At(), "row"));
        Assert.Equal(etag, Assert.Single(await ToList(store.Range(At(), "row", "rox", default))).ETag);
    }

    [Fact]
    public async Task An_etag_never_returns_after_a_delete_and_an_insert()
    {
        var store = await OpenStore();
        var etags = new List<string>();
        for (var round = 0; round < 10; round++)
        {
            await Done(store, At(), new Write.Insert("row", Value("same")));
            etags.Add(await ETag(store, At(), "row"));
            foreach (var stale in etags[..^1])
            {
                await Conflicts(0, store, At(), new Write.Replace("row", stale, Value("other")));
                await Conflicts(0, store, At(), new Write.Delete("row", stale));
            }

            await Done(store, At(), new Write.Delete("row", etags[^1]));
        }

        Assert.Distinct(etags);
    }

    [Fact]
    public async Task Sixty_four_callers_counting_at_once_lose_nothing()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("counter", Value(0L)));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            Commit commit;
            do
            {
                var row = await Existing(store, At(), "counter");
                commit = await store.Transact(
                    At(),
                    [
                        new Write.Insert(string.Create(CultureInfo.InvariantCulture, $"caller-{caller}"), Value(row.Properties["Value"])),
                        new Write.Replace("counter", row.ETag, Value((long)row.Properties["Value"] + 1)),
                    ],
                    default);
            }
            while (commit is Commit.Conflict { Index: 1 });
            Assert.IsType<Commit.Done>(commit);
        })));

        Assert.Equal(64L, (await Existing(store, At(), "counter")).Properties["Value"]);
        var seen = (await ToList(store.Range(At(), "caller-", "caller.", default))).Select(row => (long)row.Properties["Value"]);
        Assert.Equal(Enumerable.Range(0, 64).Select(number => (long)number), seen.Order());
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_row_one_wins()
    {
        var store = await OpenStore();

        var commits = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller =>
            Task.Run(() => store.Transact(At(), [new Write.Insert("place", Value((long)caller))], default))));

        var winner = Array.FindIndex(commits, commit => commit is Commit.Done);
        Assert.Equal(63, commits.Count(commit => commit is Commit.Conflict { Index: 0 }));
        Assert.Equal((long)winner, (await Existing(store, At(), "place")).Properties["Value"]);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_does_nothing()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("row", Value(1L)));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get(At(), "row", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ToList(store.Range(At(), "", "~", cancelled)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Transact(At(), [new Write.Upsert("row", Value(2L))], cancelled));

        Assert.Equal(1L, (await Existing(store, At(), "row")).Properties["Value"]);
    }

    [Fact]
    public async Task A_range_stops_when_it_is_cancelled()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("a", Value(1L)), new Write.Insert("b", Value(1L)));
        using var cancellation = new CancellationTokenSource();

        await using var rows = store.Range(At(), "", "~", default).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await rows.MoveNextAsync());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await rows.MoveNextAsync());
    }
}
