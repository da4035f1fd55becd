using Azure;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Services;
using static MentorBot.Adapters.Tests.AzureStorage.FaultyTables;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>Whatever goes wrong on the way: an outage is called one, and never a row that is not there, a conflict, or a transaction that was done.</summary>
public sealed class TableFaultTests : IDisposable
{
    private static readonly Partition At = new(Table.People, "tenant");
    private static readonly IReadOnlyDictionary<string, object> Properties = new Dictionary<string, object> { ["Value"] = 1L };

    private readonly FaultyTables tables = new();
    private readonly ServiceNetwork network = TestCertificate.Shared.Network();

    public void Dispose()
    {
        tables.Dispose();
        network.Dispose();
    }

    public static TheoryData<string> Faults() =>
    [
        "hang up", "stall", "half an answer", "500", "503", "429", "401", "403", "404 page", "404 table", "200 page", "200 half", "200 other", "200 nothing", "301",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_read_that_fails_is_an_outage(string fault)
    {
        var store = await Open(patience: fault == "stall" ? TimeSpan.FromSeconds(1) : null);
        tables.Answer = (_, ending) => Fault(fault, ending);

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.Get(At, "row", default));
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => All(store.Range(At, "", "~", default)));
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => All(store.All(Table.People, default)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_transaction_that_fails_is_an_outage_and_is_sent_once(string fault)
    {
        var store = await Open(patience: fault == "stall" ? TimeSpan.FromSeconds(1) : null);
        tables.Answer = (_, ending) => Fault(fault, ending);

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Insert(store));

        Assert.Single(tables.Requests);
    }

    public static TheoryData<string, string> StrangeAnswers() => new()
    {
        { "no parts", Batch() },
        { "a part too few", Batch(Part("204 No Content")) },
        { "a part too many", Batch(Part("204 No Content"), Part("204 No Content"), Part("204 No Content")) },
        { "a part that is no answer", Batch("hello") },
        { "a part that sends elsewhere", Batch(Part("204 No Content"), Part("302 Found")) },
        { "a failure within", Batch(Part("500 Internal Server Error", Refusal("OperationTimedOut", "0:Too long."))) },
        { "busy within", Batch(Part("503 Service Unavailable", Refusal("ServerBusy", "0:Later."))) },
        { "no table", Batch(Part("404 Not Found", Refusal("TableNotFound", "1:No table."))) },
        { "a table being deleted", Batch(Part("409 Conflict", Refusal("TableBeingDeleted", "0:Going."))) },
        { "a conflict of nobody", Batch(Part("409 Conflict", Refusal("EntityAlreadyExists", "It is there."))) },
        { "a conflict beyond the last", Batch(Part("409 Conflict", Refusal("EntityAlreadyExists", "2:It is there."))) },
        { "a conflict of a number that is none", Batch(Part("409 Conflict", Refusal("EntityAlreadyExists", "99999999999:It is there."))) },
        { "an insert of another version", Batch(Part("412 Precondition Failed", Refusal("UpdateConditionNotSatisfied", "0:Other."))) },
        { "a delete of what is there already", Batch(Part("409 Conflict", Refusal("EntityAlreadyExists", "1:It is there."))) },
        { "a conflict in no words", Batch(Part("409 Conflict", "<html>Conflict</html>")) },
        { "no change set", Http("202 Accepted", "Accepted.", "text/plain") },
        { "the conflict of a whole request", Http("409 Conflict", Refusal("EntityAlreadyExists", "0:It is there.")) },
    };

    [Theory]
    [MemberData(nameof(StrangeAnswers))]
    public async Task A_strange_answer_to_a_transaction_is_an_outage(string what, string answer)
    {
        var store = await Open();
        tables.Answer = (_, _) => Task.FromResult<string?>(answer);

        var outage = await Record.ExceptionAsync(() => Insert(store, new Write.Delete("other", "W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\"")));

        Assert.True(outage is RowStoreUnavailableException, $"{what}: {outage}");
        Assert.Single(tables.Requests);
    }

    [Fact]
    public async Task What_the_rules_should_have_refused_is_no_outage()
    {
        var store = await Open();
        tables.Answer = (_, _) => Task.FromResult<string?>(Batch(Part("400 Bad Request", Refusal("PropertyNameInvalid", "0:No such name."))));

        Assert.Equal(400, (await Assert.ThrowsAnyAsync<RequestFailedException>(() => Insert(store))).Status);
    }

    [Fact]
    public async Task A_read_is_asked_again()
    {
        var store = await Open();
        const string row = """{"odata.etag":"W/\"1\"","PartitionKey":"tenant","RowKey":"row","Value@odata.type":"Edm.Int64","Value":"7"}""";
        tables.Answer = (_, _) => Task.FromResult(tables.Requests.Count < 3 ? null : Http("200 OK", row));

        var found = await store.Get(At, "row", default);

        Assert.Equal(("W/\"1\"", 7L), (found!.ETag, found.Properties["Value"]));
        Assert.Equal(3, tables.Requests.Count);
    }

    [Fact]
    public async Task A_transaction_whose_answer_is_lost_may_have_been_done_and_is_not_called_a_conflict()
    {
        using var folder = new Embedded.StoreFolder();
        await using var azurite = await AzuriteServer.Start(folder.Path);
        tables.AnswerMaking = async (request, ending) => await PassOn(azurite.Tables, request, ending);
        var store = await Open();
        tables.Answer = async (request, ending) =>
        {
            Assert.Contains(" 202 ", await PassOn(azurite.Tables, request, ending), StringComparison.Ordinal);
            return null;
        };

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Insert(store));

        var beside = await Open(azurite.ConnectionString);
        Assert.Equal(1L, (await beside.Get(At, "row", default))!.Properties["Value"]);
        Assert.Equal(new Commit.Conflict(0), await Insert(beside));
    }

    [Fact]
    public async Task Once_a_transaction_is_sent_cancelling_comes_too_late()
    {
        var store = await Open();
        using var cancellation = new CancellationTokenSource();
        tables.Answer = async (_, _) =>
        {
            await cancellation.CancelAsync();
            return Batch(Part("204 No Content"));
        };

        Assert.IsType<Commit.Done>(await store.Transact(At, [new Write.Insert("row", Properties)], cancellation.Token));
    }

    [Fact]
    public async Task A_read_can_be_cancelled_while_it_waits()
    {
        var store = await Open();
        using var cancellation = new CancellationTokenSource();
        tables.Answer = async (_, ending) =>
        {
            await cancellation.CancelAsync();
            return await Fault("stall", ending);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get(At, "row", cancellation.Token));
    }

    [Theory]
    [InlineData("hang up", "out of reach")]
    [InlineData("403", "Storage Table Data Contributor")]
    public async Task Who_cannot_make_the_tables_is_told_why(string fault, string told)
    {
        tables.AnswerMaking = (_, ending) => Fault(fault, ending);

        Assert.Contains(told, (await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Open())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hush-hush")]
    [InlineData("AccountName=a;AccountKey=hush-hush")]
    [InlineData("AccountName=a;AccountKey=hush-hush;TableEndpoint=nowhere")]
    [InlineData("AccountName=a;SharedAccessSignature=hush-hush;TableEndpoint=")]
    public async Task A_connection_string_that_is_none_is_refused_without_showing_it(string connectionString)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Open(connectionString));

        Assert.Contains("Storage:ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string?> Fault(string fault, CancellationToken ending)
    {
        if (fault == "stall")
            await Task.Delay(Timeout.InfiniteTimeSpan, ending);
        return fault switch
        {
            "hang up" => null,
            "half an answer" => Http("200 OK", """{"odata.etag":"W""", length: 1_000),
            "500" => Http("500 Internal Server Error", Refusal("InternalError")),
            "503" => Http("503 Service Unavailable", Refusal("ServerBusy")),
            "429" => Http("429 Too Many Requests", Refusal("TooManyRequests")),
            "401" => Http("401 Unauthorized", Refusal("InvalidAuthenticationInfo")),
            "403" => Http("403 Forbidden", Refusal("AuthorizationPermissionMismatch")),
            "404 page" => Http("404 Not Found", "<html>Nothing here</html>", "text/html"),
            "404 table" => Http("404 Not Found", Refusal("TableNotFound")),
            "200 page" => Http("200 OK", "<html>Please sign in</html>", "text/html"),
            "200 half" => Http("200 OK", """{"value":[{"PartitionKey":"tenant","""),
            "200 other" => Http("200 OK", """{"value":[{"hello":"world"}]}"""),
            "200 nothing" => Http("200 OK", ""),
            _ => Http("301 Moved Permanently", ""),
        };
    }

    private static async Task<int> All<T>(IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var _ in rows)
            count++;
        return count;
    }

    private static Task<Commit> Insert(TableRowStore store, params Write[] more) => store.Transact(At, [new Write.Insert("row", Properties), .. more], default);

    private Task<TableRowStore> Open(string? connectionString = null, TimeSpan? patience = null) => TableRowStore.Open(
        new StorageAccount.ByConnectionString(new Secret(connectionString ?? $"AccountName={AzuriteServer.Account};AccountKey={AzuriteServer.AccountKey};TableEndpoint={tables.Endpoint}")),
        () => new UnsignedTokens(), network, "faulty", retry => (retry.Delay, retry.NetworkTimeout) = (TimeSpan.FromMilliseconds(1), patience ?? retry.NetworkTimeout), default);
}
