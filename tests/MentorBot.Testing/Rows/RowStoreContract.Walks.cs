using System.Globalization;
using MentorBot.Storage.Rows;
using Xunit;

namespace MentorBot.Testing.Rows;

public abstract partial class RowStoreContract
{
    // A table that the other facts leave alone: a shared store would have much to walk.
    private const Table Walked = Table.Downloads;

    [Fact]
    public async Task A_walk_meets_every_row_of_its_table_once_and_none_of_another()
    {
        var store = await OpenStore();
        Partition[] partitions = [.. "p P p| p|a 日本 😀 \uE000".Split(' ').Select(name => At(name, Walked)), At("", Walked)];
        foreach (var partition in partitions)
            await Done(store, partition, new Write.Insert("", Value(partition.Key)), new Write.Insert("b", Value(partition.Key)), new Write.Insert("😀", Value(partition.Key)));
        await Done(store, At("p", Table.Keys), new Write.Insert("elsewhere", Value("no")));

        var walked = await Walk(store, Walked);

        Assert.Equal(
            partitions.SelectMany(partition => new[] { (partition, ""), (partition, "b"), (partition, "😀") }).OrderBy(row => row.ToString(), StringComparer.Ordinal),
            walked.Select(each => (each.Partition, each.Row.Key)).OrderBy(row => row.ToString(), StringComparer.Ordinal));
        Assert.All(walked, each => Assert.Equal(each.Partition.Key, each.Row.Properties["Value"]));
    }

    [Fact]
    public async Task A_walk_is_whole_beyond_a_thousand_rows_and_many_partitions()
    {
        var store = await OpenStore();
        var expected = new List<(string, string)>();
        for (var number = 0; number < 12; number++)
        {
            var partition = At(number.ToString(CultureInfo.InvariantCulture), Walked);
            string[] keys = [.. Enumerable.Range(0, 1 + (number * 17)).Select(key => key.ToString(CultureInfo.InvariantCulture))];
            foreach (var hundred in keys.Chunk(100))
                await Done(store, partition, [.. hundred.Select(key => new Write.Insert(key, Value(key)))]);
            expected.AddRange(keys.Select(key => (partition.Key, key)));
        }

        var walked = await Walk(store, Walked);

        Assert.Equal(1_134, expected.Count);
        Assert.Equal(expected.Order(), walked.Select(each => (each.Partition.Key, each.Row.Key)).Order());
    }

    [Fact]
    public async Task A_row_met_on_a_walk_may_be_replaced_under_its_etag_while_the_walk_goes_on()
    {
        var store = await OpenStore();
        for (var number = 0; number < 30; number++)
            await Done(store, At(number.ToString(CultureInfo.InvariantCulture), Walked), new Write.Insert("key", Value(1L)));

        var met = 0;
        await foreach (var (partition, row) in ((IRowWalk)store).All(Walked, default))
        {
            if (!Ours(partition))
                continue;
            met++;
            await Done(store, partition, new Write.Replace(row.Key, row.ETag, Value(1L + (long)row.Properties["Value"])));
        }

        Assert.Equal(30, met);
        Assert.All(await Walk(store, Walked), each => Assert.Equal(2L, each.Row.Properties["Value"]));
    }

    [Fact]
    public async Task A_walk_stops_when_it_is_cancelled()
    {
        var store = await OpenStore();
        await Done(store, At("one", Walked), new Write.Insert("a", Value(1L)), new Write.Insert("b", Value(1L)));
        using var cancellation = new CancellationTokenSource();

        await using var rows = ((IRowWalk)store).All(Walked, cancellation.Token).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await rows.MoveNextAsync());
    }

    [Fact]
    public async Task A_table_that_is_none_cannot_be_walked()
    {
        var store = await OpenStore();

        await Refused(() => Walk(store, (Table)99));
    }

    private async Task<List<(Partition Partition, Row Row)>> Walk(IRowStore store, Table table)
    {
        var rows = new List<(Partition, Row)>();
        await foreach (var (partition, row) in ((IRowWalk)store).All(table, default))
        {
            if (Ours(partition))
                rows.Add((partition, row));
        }

        return rows;
    }

    // The store may be shared.
    private bool Ours(Partition partition) => partition.Key.StartsWith(run, StringComparison.Ordinal);
}
