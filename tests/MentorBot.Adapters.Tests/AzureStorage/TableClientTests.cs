using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>What the official client promises, held on Azurite; where Azurite is more lenient than the service, by the client itself.</summary>
[Collection(TablesOnAzurite.Name)]
public sealed class TableClientTests(TableServers servers)
{
    [Fact]
    public async Task Every_type_of_property_comes_back_as_itself()
    {
        var table = await servers.Table();
        var (id, moment) = (Guid.NewGuid(), new DateTimeOffset(2026, 11, 22, 9, 30, 0, 123, TimeSpan.FromHours(2)));
        await table.SubmitTransactionAsync([Add(new("p", "it's not") { ["Missing"] = null }), Add(new("p", "r")
        {
            ["Text"] = "it's", ["True"] = true, ["Number"] = 7, ["Long"] = long.MaxValue, ["Double"] = 2.0, ["Bytes"] = new byte[] { 0, 255 }, ["Id"] = id, ["Moment"] = moment, ["Date"] = moment.UtcDateTime,
        })]);

        var entity = (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!;

        Assert.Equal(
            new object[] { "it's", true, 7, long.MaxValue, 2.0, new byte[] { 0, 255 }, id, moment.ToUniversalTime(), moment.ToUniversalTime() },
            new[] { "Text", "True", "Number", "Long", "Double", "Bytes", "Id", "Moment", "Date" }.Select(name => entity[name]!));
        Assert.NotNull(entity.Timestamp);
        Assert.NotEqual(default, entity.ETag);
        Assert.Null((await table.GetEntityIfExistsAsync<TableEntity>("p", "it's not")).Value!["Missing"]);
    }

    [Fact]
    public async Task What_is_not_there_has_no_value()
    {
        var answer = await (await servers.Table()).GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task A_transaction_across_two_partitions_is_refused_and_nothing_is_written()
    {
        var table = await servers.Table();

        await Refused(400, "CommandsInBatchActOnDifferentPartitions", 2, table, Add(new("p", "1")), Add(new("p", "2")), Add(new("q", "3")));

        Assert.Empty(await Keys(table.QueryAsync<TableEntity>()));
    }

    [Fact]
    public async Task A_transaction_of_more_than_a_hundred_actions_is_refused_and_one_of_none_too()
    {
        var table = await servers.Table();

        await Refused(400, "InvalidInput", 0, table, [.. Enumerable.Range(0, 101).Select(number => Add(new("p", $"{number}")))]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));

        Assert.Empty(await Keys(table.QueryAsync<TableEntity>()));
    }

    [Fact]
    public async Task Who_is_refused_learns_which_action_it_was_and_why()
    {
        var table = await servers.Table();
        await table.SubmitTransactionAsync([Add(new("p", "there"))]);
        var stale = (await table.GetEntityIfExistsAsync<TableEntity>("p", "there")).Value!.ETag;
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "there"), stale)]);

        await Refused(409, "EntityAlreadyExists", 1, table, Add(new("p", "a")), Add(new("p", "there")));
        await Refused(412, "UpdateConditionNotSatisfied", 0, table, new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "there"), stale), Add(new("p", "a")));
        await Refused(412, "UpdateConditionNotSatisfied", 2, table, Add(new("p", "a")), Add(new("p", "b")), new(TableTransactionActionType.Delete, new TableEntity("p", "there"), stale));
        await Refused(404, "ResourceNotFound", 1, table, Add(new("p", "a")), new(TableTransactionActionType.Delete, new TableEntity("p", "missing"), stale));

        Assert.Equal(["there"], await Keys(table.QueryAsync<TableEntity>()));
    }

    [Fact]
    public async Task A_query_goes_on_until_the_end_whatever_fits_on_a_page()
    {
        var table = await servers.Table();
        string[] keys = [.. Enumerable.Range(0, 1_234).Select(number => number.ToString("D5", CultureInfo.InvariantCulture))];
        foreach (var hundred in keys.Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(key => Add(new("it's 100%|é", key))));

        Assert.Equal(keys, await Keys(table.QueryAsync<TableEntity>()));
        Assert.Equal(keys[^34..], await Keys(table.QueryAsync<TableEntity>("PartitionKey eq 'it''s 100%|é' and RowKey ge '01200'", maxPerPage: 5)));

        var pages = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>(select: ["RowKey"]).AsPages())
            pages.Add(page.Values.Count);
        Assert.Equal([1_000, 234], pages);
    }

    [Fact]
    public async Task A_query_that_makes_no_sense_is_refused_by_name()
    {
        var table = await servers.Table();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Keys(table.QueryAsync<TableEntity>("nonsense nonsense")));

        Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_signature_lets_in_until_it_is_spoilt()
    {
        var mine = await servers.Table(BySignature("rwdlacu"));
        await mine.SubmitTransactionAsync([Add(new("p", "r"))]);
        Assert.Equal(["r"], await Keys(mine.QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 1)));

        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => servers.Table(BySignature("r")))).Status);
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => servers.Table(BySignature("rwdlacu", key: "c3BvaWx0")))).Status);
    }

    [Fact]
    public async Task A_row_store_opens_with_a_signature_and_not_with_another_key()
    {
        var store = await servers.Open(new StorageAccount.ByConnectionString(new Secret(BySignature("rwdlacu"))), "signed");
        Assert.IsType<Commit.Done>(await store.Transact(new(Table.Keys, "p"), [new Write.Insert("r", new Dictionary<string, object>())], default));

        var other = servers.ByKey.ConnectionString.Replace(AzuriteServer.AccountKey, "c3BvaWx0", StringComparison.Ordinal);
        var outage = await Assert.ThrowsAsync<RowStoreUnavailableException>(() => servers.Open(new StorageAccount.ByConnectionString(new Secret(other)), "other"));
        Assert.Contains("not let in", outage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_one_for_somebody_else_is_not_let_in()
    {
        var account = new StorageAccount.ByIdentity(servers.ByIdentity.Tables, servers.ByIdentity.Queues);
        var tokens = new UnsignedTokens();
        await servers.Open(account, "tokens", tokens);

        Assert.All(tokens.Scopes, scope => Assert.Equal("https://storage.azure.com/.default", scope));
        Assert.NotEmpty(tokens.Scopes);
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => servers.Open(account, "tokens", new UnsignedTokens("https://graph.microsoft.com")));
    }

    [Fact]
    public void A_token_does_not_travel_in_clear() =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://127.0.0.1/account"), new UnsignedTokens()));

    [Fact]
    public async Task Stores_of_different_prefixes_do_not_see_each_other()
    {
        var other = await servers.Open(new StorageAccount.ByConnectionString(new Secret(servers.ByKey.ConnectionString)), "second");
        var at = new Partition(Table.Due, $"{Guid.NewGuid():N}");
        await servers.RowsByKey.Transact(at, [new Write.Insert("r", new Dictionary<string, object>())], default);

        Assert.Null(await other.Get(at, "r", default));
    }

    private static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    private static async Task Refused(int status, string code, int index, TableClient table, params TableTransactionAction[] actions)
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));
        Assert.Equal((status, code, index), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
    }

    private static async Task<List<string>> Keys(AsyncPageable<TableEntity> entities)
    {
        var keys = new List<string>();
        await foreach (var entity in entities)
            keys.Add(entity.RowKey);
        return keys;
    }

    private string BySignature(string permissions, string key = AzuriteServer.AccountKey)
    {
        var until = TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var signed = $"{AzuriteServer.Account}\n{permissions}\nt\nsco\n\n{until}\n\nhttps,http\n2019-02-02\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(signed)));
        return $"TableEndpoint={servers.ByKey.Tables};SharedAccessSignature=?sv=2019-02-02&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(until)}&spr=https,http&sig={Uri.EscapeDataString(signature)}";
    }
}
