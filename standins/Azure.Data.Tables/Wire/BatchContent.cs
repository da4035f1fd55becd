using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A transaction as the service wants it: multipart/mixed with one change set, each part of which is an HTTP request.</summary>
internal sealed class BatchContent(TableTransactionAction[] actions, Func<TableTransactionAction, Uri> address)
{
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changeSet = $"changeset_{Guid.NewGuid()}";

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        void Line(string text = "") => bytes.Write(Encoding.UTF8.GetBytes(text + "\r\n"));

        Line($"--{batch}");
        Line($"Content-Type: multipart/mixed; boundary={changeSet}");
        Line();
        foreach (var action in actions)
        {
            Line($"--{changeSet}");
            Line("Content-Type: application/http");
            Line("Content-Transfer-Encoding: binary");
            Line();
            Line($"{Verb(action)} {address(action).AbsoluteUri} HTTP/1.1");
            Line($"Accept: {TableRequests.WithTypes}");
            Line("DataServiceVersion: 3.0");
            if (IfMatch(action) is { } version)
                Line($"If-Match: {version}");
            if (action.ActionType == TableTransactionActionType.Delete)
            {
                Line();
                Line();
                continue;
            }

            var entity = Json(action.Entity);
            Line("Prefer: return-no-content");
            Line("Content-Type: application/json;odata=nometadata");
            Line($"Content-Length: {entity.Length.ToString(CultureInfo.InvariantCulture)}");
            Line();
            bytes.Write(entity);
            Line();
        }

        Line($"--{changeSet}--");
        Line();
        Line($"--{batch}--");
        return bytes.ToArray();
    }

    private static string Verb(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        _ => "PATCH",
    };

    // An upsert asks for no version at all.
    private static string? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? "*" : action.ETag.ToString(),
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpdateMerge => action.ETag == default ? null : action.ETag.ToString(),
        _ => null,
    };

    private static byte[] Json(ITableEntity entity)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            EntityJson.Write(json, (TableEntity)entity);
        return bytes.ToArray();
    }
}
