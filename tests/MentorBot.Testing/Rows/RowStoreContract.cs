using MentorBot.Storage.Rows;
using Xunit;

namespace MentorBot.Testing.Rows;

/// <summary>
/// What every row store promises, one fact a promise. A store's tests derive from it and open the store; each fact keeps to
/// partitions of its own, so that the store behind it may be shared and need not be empty.
/// </summary>
public abstract partial class RowStoreContract : IAsyncLifetime
{
    private readonly string run = Guid.NewGuid().ToString("N");
    private readonly List<IRowStore> opened = [];

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var store in opened.OfType<IAsyncDisposable>())
            await store.DisposeAsync();
    }

    /// <summary>Opens the store; it is disposed after the test if it can be.</summary>
    protected abstract Task<IRowStore> Open();

    protected static IReadOnlyDictionary<string, object> Bag(params (string Name, object Value)[] properties) =>
        properties.ToDictionary(property => property.Name, property => property.Value);

    protected static IReadOnlyDictionary<string, object> Value(object value) => Bag(("Value", value));

    protected Partition At(string name = "one", Table table = Table.People) => new(table, $"{run}|{name}");

    protected async Task<IRowStore> OpenStore()
    {
        var store = await Open();
        opened.Add(store);
        return store;
    }

    private static async Task<List<Row>> ToList(IAsyncEnumerable<Row> rows)
    {
        var list = new List<Row>();
        await foreach (var row in rows)
            list.Add(row);
        return list;
    }

    private static async Task<string[]> Keys(IRowStore store, Partition partition, string from, string to) =>
        [.. (await ToList(store.Range(partition, from, to, default))).Select(row => row.Key)];

    private static async Task Done(IRowStore store, Partition partition, params Write[] writes) =>
        Assert.IsType<Commit.Done>(await store.Transact(partition, writes, default));

    private static async Task Conflicts(int index, IRowStore store, Partition partition, params Write[] writes) =>
        Assert.Equal(index, Assert.IsType<Commit.Conflict>(await store.Transact(partition, writes, default)).Index);

    private static async Task<Row> Existing(IRowStore store, Partition partition, string key) =>
        Assert.IsType<Row>(await store.Get(partition, key, default));

    private static async Task<string> ETag(IRowStore store, Partition partition, string key) => (await Existing(store, partition, key)).ETag;
}
