using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using MentorBot.Rehearsal.Azurite;
using static MentorBot.Adapters.Tests.AzureStorage.FaultyTables;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>What is sent, word by word: Azurite is lenient here and there, the service is not.</summary>
public sealed class TableWireTests
{
    [Fact]
    public async Task A_transaction_is_one_change_set_of_requests()
    {
        using var tables = new FaultyTables { Answer = (_, _) => Task.FromResult<string?>(Batch(Enumerable.Repeat(Part("204 No Content"), 4))) };
        var version = new ETag("W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\"");
        var answer = await Client(tables).SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p|1", "it's") { ["Long"] = 5L, ["Bytes"] = new byte[] { 1 } }),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p|1", "é"), version),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p|1", "u")),
            new(TableTransactionActionType.Delete, new TableEntity("p|1", "d"), version),
        ]);

        Assert.Equal([204, 204, 204, 204], answer.Value.Select(part => part.Status));
        Assert.Equal("nosniff", answer.Value[0].Headers.TryGetValue("x-content-type-options", out var header) ? header : null);
        var request = Assert.Single(tables.Requests);
        Assert.Matches(@"^POST /devstoreaccount1/\$batch HTTP/1\.1\r\n", request);
        Assert.Contains("x-ms-version: 2020-12-06\r\n", request, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"Content-Type: multipart/mixed; boundary=""?batch_", request);
        Assert.Single(Regex.Matches(request, @"\nContent-Type: multipart/mixed; boundary=changeset_"));
        Assert.Equal(
            ["POST /devstoreaccount1/table", "PUT /devstoreaccount1/table(PartitionKey='p%7C1',RowKey='%C3%A9')", "PUT /devstoreaccount1/table(PartitionKey='p%7C1',RowKey='u')", "DELETE /devstoreaccount1/table(PartitionKey='p%7C1',RowKey='d')"],
            Regex.Matches(request, @"\r\n(POST|PUT|DELETE) http://127\.0\.0\.1:[0-9]+(\S+) HTTP/1\.1\r\n").Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));
        Assert.Contains("""{"PartitionKey":"p|1","RowKey":"it\u0027s","Long@odata.type":"Edm.Int64","Long":"5","Bytes@odata.type":"Edm.Binary","Bytes":"AQ=="}""", request, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(request, Regex.Escape($"If-Match: {version}")));
    }

    [Fact]
    public async Task A_question_names_what_it_wants_and_goes_on_where_the_last_answer_ended()
    {
        using var tables = new FaultyTables();
        tables.Answer = (_, _) => Task.FromResult<string?>(tables.Requests.Count == 1
            ? Http("200 OK", """{"value":[]}""").Replace("Connection:", "x-ms-continuation-NextPartitionKey: 1!4!cA--\r\nConnection:", StringComparison.Ordinal)
            : Http("200 OK", """{"value":[{"odata.etag":"1","PartitionKey":"p","RowKey":"r"}]}"""));

        var found = 0;
        await foreach (var _ in Client(tables).QueryAsync<TableEntity>("RowKey lt 'é'", maxPerPage: 5, select: ["RowKey", "A"]))
            found++;

        Assert.Equal(1, found);
        var asked = tables.Requests.Select(request => request.Split(' ')[1]).ToList();
        Assert.Equal("/devstoreaccount1/table()?$format=application%2Fjson%3Bodata%3Dminimalmetadata&$filter=RowKey%20lt%20%27%C3%A9%27&$top=5&$select=RowKey%2CA", asked[0]);
        Assert.Equal(asked[0] + "&NextPartitionKey=1%214%21cA--", asked[1]);
    }

    private static TableClient Client(FaultyTables tables) =>
        new TableServiceClient($"AccountName={AzuriteServer.Account};AccountKey={AzuriteServer.AccountKey};TableEndpoint={tables.Endpoint}").GetTableClient("table");
}
