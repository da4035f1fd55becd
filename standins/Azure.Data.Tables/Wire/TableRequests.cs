using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>The requests to the tables of an account.</summary>
internal sealed class TableRequests(Uri endpoint, HttpPipeline pipeline)
{
    public const string WithTypes = "application/json;odata=minimalmetadata";

    // The first one that lets in by identity.
    private const string Version = "2020-12-06";

    public async ValueTask<Response> Send(HttpMessage message, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    public HttpMessage CreateTable(string table)
    {
        var message = Message(RequestMethod.Post, Address("Tables"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(new { TableName = table });
        return message;
    }

    public HttpMessage Get(string table, string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var uri = Address(Entity(table, partitionKey, rowKey));
        Query(uri, "$format", WithTypes);
        Query(uri, "$select", select is null ? null : string.Join(',', select));
        return Message(RequestMethod.Get, uri);
    }

    public HttpMessage Page(string table, string? filter, int? top, IEnumerable<string>? select, string? continuation)
    {
        var uri = Address($"{table}()");
        Query(uri, "$format", WithTypes);
        Query(uri, "$filter", filter);
        Query(uri, "$top", top is { } most ? $"{most}" : null);
        Query(uri, "$select", select is null ? null : string.Join(',', select));
        var next = continuation?.Split(' ', 2);
        Query(uri, "NextPartitionKey", next?[0]);
        Query(uri, "NextRowKey", next is [_, { Length: > 0 } row] ? row : null);
        return Message(RequestMethod.Get, uri);
    }

    public HttpMessage Batch(string table, TableTransactionAction[] actions)
    {
        var message = Message(RequestMethod.Post, Address("$batch"));
        var content = new BatchContent(actions, action => action.ActionType == TableTransactionActionType.Add
            ? Address(table).ToUri()
            : Address(Entity(table, action.Entity.PartitionKey, action.Entity.RowKey)).ToUri());
        message.Request.Headers.Add("Content-Type", content.ContentType);
        message.Request.Content = RequestContent.Create(content.Bytes());
        return message;
    }

    private static string Entity(string table, string partitionKey, string rowKey) => $"{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private static void Query(RequestUriBuilder uri, string name, string? value)
    {
        if (value is not null)
            uri.AppendQuery(name, value, escapeValue: true);
    }

    private RequestUriBuilder Address(string path)
    {
        var uri = new RequestUriBuilder();
        uri.Reset(new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
        return uri;
    }

    private HttpMessage Message(RequestMethod method, RequestUriBuilder uri)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri = uri;
        message.Request.Headers.Add("Accept", WithTypes);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("x-ms-version", Version);
        return message;
    }
}
