using System.Globalization;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>Short words for these tests: one partition, rows of one number.</summary>
internal static class RowStoreExtensions
{
    public static readonly Partition Tenant = new(Table.Matching, "tenant");

    public static IReadOnlyDictionary<string, object> Number(long number) => new Dictionary<string, object> { ["Number"] = number };

    public static Write.Insert Insert(string key, long number = 0) => new(key, Number(number));

    public static Write.Upsert Upsert(string key, long number = 0) => new(key, Number(number));

    public static Task<Commit> Transact(this IRowStore store, params Write[] writes) => store.Transact(Tenant, writes, default);

    public static async Task Done(this IRowStore store, params Write[] writes) => Assert.IsType<Commit.Done>(await store.Transact(writes));

    public static Task<Row?> Get(this IRowStore store, string key) => store.Get(Tenant, key, default);

    public static async Task<string> ETag(this IRowStore store, string key) => Assert.IsType<Row>(await store.Get(key)).ETag;

    /// <summary>All of the partition as "key=number" in order.</summary>
    public static async Task<string> All(this IRowStore store)
    {
        var rows = new List<string>();
        await foreach (var row in store.Range(Tenant, "", "\uFFFF", default))
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Key}={row.Properties["Number"]}"));
        return string.Join(' ', rows);
    }
}
