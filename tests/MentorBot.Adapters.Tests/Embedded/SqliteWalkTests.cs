using System.Globalization;
using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SqliteWalkTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_row_of_the_table_comes_once_and_none_of_another()
    {
        await using var store = SqliteRowStore.Open(folder.File);
        var expected = new List<string>();
        for (var partition = 0; partition < 300; partition++)
            foreach (var key in partition % 2 == 0 ? new[] { "key", "erased" } : ["key"])
            {
                var at = new Partition(Table.Keys, $"contoso|person|ü{partition}");
                await store.Transact(at, [new Write.Insert(key, new Dictionary<string, object> { ["n"] = (long)partition })], default);
                expected.Add($"{at}/{key} {partition}");
            }

        await store.Transact(new(Table.People, "contoso|person|1"), [new Write.Insert("key", new Dictionary<string, object>())], default);

        var seen = await store.All(Table.Keys, default).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Partition}/{one.Row.Key} {one.Row.Properties["n"]}")).ToListAsync();

        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Empty(await store.All(Table.Pulses, default).ToListAsync());
    }

    [Fact]
    public async Task Rows_may_change_on_the_way()
    {
        await using var store = SqliteRowStore.Open(folder.File);
        for (var partition = 0; partition < 600; partition++)
            await store.Transact(new(Table.Keys, $"{partition}"), [new Write.Insert("key", new Dictionary<string, object>())], default);

        var seen = new HashSet<Partition>();
        await foreach (var (partition, row) in store.All(Table.Keys, default))
        {
            Assert.True(seen.Add(partition));
            await store.Transact(partition, [new Write.Replace(row.Key, row.ETag, new Dictionary<string, object> { ["changed"] = true })], default);
        }

        Assert.Equal(600, seen.Count);
    }
}
