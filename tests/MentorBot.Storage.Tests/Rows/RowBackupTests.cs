using System.Text;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;

namespace MentorBot.Storage.Tests.Rows;

/// <summary>All rows into a file, and out of it into a store that has none.</summary>
public sealed class RowBackupTests
{
    private static readonly Partition Ana = new(Table.People, "contoso|ana");
    private static readonly Partition Pair = new(Table.Relationships, "contoso|r1");

    private readonly MemoryRowStore from = new();
    private readonly MemoryRowStore to = new();

    [Fact]
    public async Task Every_row_comes_back_as_it_was()
    {
        await Fill();

        var file = await Backup();
        var count = await Over(to).Restore(file, default);

        Assert.Equal(from.All.Count, count);
        Assert.Equal(Texts(from), Texts(to));
        Assert.Equal(["a", "bytes", "long", "yes"], (await to.Get(Ana, "every kind", default))!.Properties.Keys.Order());
    }

    [Fact]
    public async Task A_store_without_rows_has_a_backup_too()
    {
        Assert.Equal(0, await Over(to).Restore(await Backup(), default));
    }

    [Fact]
    public async Task Of_a_file_that_broke_off_nothing_is_put_back()
    {
        await Put(from, Pair, new Write.Insert("one", Bag("a", 1L)), new Write.Insert("two", Bag("a", 2L)));
        var whole = (await Backup()).ToArray();

        for (var length = 0; length < whole.Length - 1; length++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => Over(to).Restore(new MemoryStream(whole, 0, length), default));
            Assert.Empty(to.All);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"rows\": 7 }")]
    [InlineData("""{"table":"Nowhere","partition":"p","key":"k","properties":{}}""")]
    [InlineData("""{"table":"People","partition":"p","key":"k"}""")]
    [InlineData("""{"table":"People","partition":"p","key":"k","properties":{"a":1.5}}""")]
    [InlineData("""{"table":"People","partition":"p","key":"k","properties":{"a":null}}""")]
    [InlineData("""{"table":"People","partition":"p","key":"k","properties":{"a":[]}}""")]
    [InlineData("""{"table":"People","partition":"p","key":"k","properties":{"a":{"bytes":"?"}}}""")]
    [InlineData("""{"table":"People","partition":"p","key":7,"properties":{}}""")]
    public async Task A_line_that_is_no_row_is_named_by_its_number_and_nothing_is_put_back(string line)
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes("""{"table":"People","partition":"contoso|ana","key":"k","properties":{}}""" + $"\n{line}\n{{\"rows\":2}}\n"));

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Over(to).Restore(file, default));

        Assert.Contains("Line 2", refused.Message, StringComparison.Ordinal);
        Assert.Empty(to.All);
    }

    [Fact]
    public async Task Over_other_rows_nothing_is_put_back()
    {
        await Fill();
        await Put(to, Pair, new Write.Insert("somebody else's", Bag("a", "words")));
        var before = Texts(to);

        Assert.Null(await Over(to).Restore(await Backup(), default));
        Assert.Equal(before, Texts(to));
    }

    [Fact]
    public async Task A_row_that_has_changed_since_is_another_row()
    {
        await Fill();
        var file = await Backup();
        await Put(from, Pair, new Write.Upsert("000", Bag("a", "newer")));

        Assert.Null(await Over(from).Restore(file, default));
    }

    [Fact]
    public async Task Where_it_broke_off_it_goes_on()
    {
        await Fill();
        var file = await Backup();
        var transactions = 0;
        to.BeforeTransact = _ => ++transactions > 1 ? throw new RowStoreUnavailableException("gone") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Over(to).Restore(file, default));
        Assert.InRange(to.All.Count, 1, from.All.Count - 1);
        var missing = from.All.Count - to.All.Count;

        to.BeforeTransact = _ => Task.CompletedTask;

        Assert.Equal(missing, await Over(to).Restore(file, default));
        Assert.Equal(Texts(from), Texts(to));
    }

    private static RowBackup Over(MemoryRowStore store) => new(store, new Decisions(store, new Nudges()));

    private static Dictionary<string, object> Bag(string name, object value) => new() { [name] = value };

    private static IEnumerable<string> Texts(MemoryRowStore store) => store.All
        .Select(each => $"{each.Partition} {each.Row.Key} {string.Join(';', each.Row.Properties.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={(one.Value is byte[] bytes ? Convert.ToHexString(bytes) : $"{one.Value} {one.Value.GetType().Name}")}"))}")
        .Order(StringComparer.Ordinal);

    private async Task<MemoryStream> Backup()
    {
        var file = new MemoryStream();
        Assert.Equal(from.All.Count, await Over(from).Write(file, default));
        return file;
    }

    /// <summary>Every kind of value, what JSON has signs for, more rows than a transaction takes, and rows as large as they come.</summary>
    private async Task Fill()
    {
        await Put(from, Ana, new Write.Insert("every kind", new Dictionary<string, object> { ["yes"] = true, ["long"] = long.MinValue, ["a"] = "\"{}\n\u2028 日本 😀", ["bytes"] = new byte[] { 0, 255, 7 } }));
        foreach (var hundred in Enumerable.Range(0, 250).Chunk(100))
            await Put(from, Pair, [.. hundred.Select(number => new Write.Insert($"{number:D3}", Bag("a", (long)number)))]);
        for (var large = 0; large < 8; large++)
            await Put(from, Ana, new Write.Insert($"large {large}", Enumerable.Range(0, 15).ToDictionary(part => $"part{part}", _ => (object)new byte[65_536])));
    }

    private static async Task Put(MemoryRowStore store, Partition partition, params Write[] writes)
    {
#pragma warning disable RS0030 // What lies there already, however it came there.
        await store.Transact(partition, writes, default);
#pragma warning restore RS0030
    }
}
