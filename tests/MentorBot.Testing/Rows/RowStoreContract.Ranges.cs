using System.Globalization;
using MentorBot.Storage.Rows;
using Xunit;

namespace MentorBot.Testing.Rows;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_range_is_in_ordinal_order_whatever_the_script_or_case()
    {
        var store = await OpenStore();
        string[] keys =
        [
            "a", "B", "b", "A", "aa", "a-10", "a-2", "a_", "a|", "Z", "z", "0", "~", "ä", "Ä", "ａ", "é", "e\u0301", "ß", "ss", "ı", "İ",
            "日本", "אב", "عربي", "\uE000", "\uFFFD", "😀", "😀a", "\U00010000", "\U0010FFFD",
        ];
        await Done(store, At(), [.. keys.Select(key => new Write.Insert(key, Value(key)))]);

        var rows = await ToList(store.Range(At(), "", "\uFFFF", default));

        Assert.Equal(keys.Order(StringComparer.Ordinal), rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal(row.Key, row.Properties["Value"]));
    }

    [Theory]
    [InlineData("b", "d", "b bb c")]
    [InlineData("b", "b", "")]
    [InlineData("d", "b", "")]
    [InlineData("", "b", "a")]
    [InlineData("aa", "bc", "b bb")]
    [InlineData("bb", "~", "bb c d")]
    [InlineData("B", "a", "")]
    [InlineData("x", "z", "")]
    public async Task A_range_holds_its_start_and_not_its_end(string from, string to, string expected)
    {
        var store = await OpenStore();
        await Done(store, At(), [.. "a b bb c d".Split(' ').Select(key => new Write.Insert(key, Value(0L)))]);

        Assert.Equal(expected, string.Join(' ', await Keys(store, At(), from, to)));
    }

    [Fact]
    public async Task Ranges_of_a_prefix_hold_all_that_begins_with_it_and_no_more()
    {
        var store = await OpenStore();
        string[] keys = ["request-1", "request-1-match-1", "request-1-match-2", "request-10", "request-2", "request", "requests"];
        await Done(store, At(), [.. keys.Select(key => new Write.Insert(key, Value(0L)))]);

        Assert.Equal(["request-1", "request-1-match-1", "request-1-match-2", "request-10", "request-2"], await Keys(store, At(), "request-", "request."));
        Assert.Equal(["request-1-match-1", "request-1-match-2"], await Keys(store, At(), "request-1-", "request-1."));
        Assert.Equal(["request-1", "request-1-match-1", "request-1-match-2"], await Keys(store, At(), "request-1", "request-1."));
    }

    [Fact]
    public async Task The_bounds_of_a_range_need_not_be_possible_keys()
    {
        var store = await OpenStore();
        await Done(store, At(), new Write.Insert("a-1", Value(0L)), new Write.Insert("b-1", Value(0L)));

        Assert.Equal(["a-1"], await Keys(store, At(), "a-", "a/"));
        Assert.Equal(["a-1", "b-1"], await Keys(store, At(), "", "c" + new string('\uFFFF', 2)));
    }

    [Fact]
    public async Task A_range_of_more_than_a_thousand_rows_is_whole()
    {
        var store = await OpenStore();
        string[] keys = [.. Enumerable.Range(0, 2_345).Select(number => number.ToString("D5", CultureInfo.InvariantCulture))];
        foreach (var hundred in keys.Chunk(100))
            await Done(store, At(), [.. hundred.Select(key => new Write.Insert(key, Value(key)))]);

        var rows = await ToList(store.Range(At(), "", "~", default));

        Assert.Equal(keys, rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal(row.Key, row.Properties["Value"]));
        Assert.Equal(keys[17..2_017], await Keys(store, At(), "00017", "02017"));
    }

    [Fact]
    public async Task A_range_of_large_rows_is_whole()
    {
        var store = await OpenStore();
        string[] keys = ["a", "b", "c", "d", "e"];
        foreach (var key in keys)
            await Done(store, At(), new Write.Insert(key, Bytes(15, 64 * 1024)));

        Assert.Equal(keys, await Keys(store, At(), "", "~"));
    }

    [Fact]
    public async Task What_a_reader_of_a_range_does_with_each_row_does_not_disturb_it()
    {
        var store = await OpenStore();
        string[] keys = [.. Enumerable.Range(0, 1_200).Select(number => number.ToString("D5", CultureInfo.InvariantCulture))];
        foreach (var hundred in keys.Chunk(100))
            await Done(store, At(), [.. hundred.Select(key => new Write.Insert(key, Value(key)))]);

        var deleted = new List<string>();
        await foreach (var row in store.Range(At(), "", "~", default))
        {
            deleted.Add(row.Key);
            if (deleted.Count % 10 == 0)
                await Done(store, At(), new Write.Delete(row.Key, row.ETag));
        }

        Assert.Equal(keys, deleted);
        Assert.Equal(1_080, (await Keys(store, At(), "", "~")).Length);
    }

    [Fact]
    public async Task Partitions_and_tables_know_nothing_of_each_other()
    {
        var store = await OpenStore();
        Partition[] partitions =
        [
            At("p"), At("p", Table.Matching), At("P"), At("p|"), At("pp"), At("p|a"), At(""), At("p", Table.Due),
        ];
        foreach (var partition in partitions)
            await Done(store, partition, new Write.Insert("row", Value(partition.ToString())));

        foreach (var partition in partitions)
        {
            Assert.Equal(partition.ToString(), Assert.Single(await ToList(store.Range(partition, "", "~", default))).Properties["Value"]);
            Assert.Equal(partition.ToString(), (await Existing(store, partition, "row")).Properties["Value"]);
        }

        await Done(store, partitions[0], new Write.Delete("row", await ETag(store, partitions[0], "row")));
        Assert.Empty(await Keys(store, partitions[0], "", "~"));
        foreach (var partition in partitions[1..])
            Assert.Single(await Keys(store, partition, "", "~"));
    }

    [Fact]
    public async Task An_etag_of_another_partition_is_another_version()
    {
        var store = await OpenStore();
        await Done(store, At("p"), new Write.Insert("row", Value(1L)));
        var elsewhere = await ETag(store, At("p"), "row");
        await Done(store, At("q"), new Write.Insert("row", Value(1L)));

        await Conflicts(0, store, At("q"), new Write.Replace("row", elsewhere, Value(2L)));
    }

    [Fact]
    public async Task Keys_that_differ_only_in_case_or_in_form_are_different_rows()
    {
        var store = await OpenStore();
        string[] keys = ["key", "Key", "KEY", "é", "e\u0301", "ss", "ß"];
        foreach (var key in keys)
            await Done(store, At(), new Write.Insert(key, Value(key)));

        foreach (var key in keys)
            Assert.Equal(key, (await Existing(store, At(), key)).Properties["Value"]);
    }
}
