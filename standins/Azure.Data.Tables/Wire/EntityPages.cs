using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>The answers to a query. One page may hold few entities or none although more follow.</summary>
internal sealed class EntityPages<T>(TableRequests requests, string table, string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : TableEntity, new()
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) => Pages(continuationToken, pageSizeHint ?? maxPerPage);

    private async IAsyncEnumerable<Page<T>> Pages(string? continuation, int? top, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, cancellation);
        do
        {
            using var message = requests.Page(table, filter, top, select, continuation);
            var response = await requests.Send(message, either.Token).ConfigureAwait(false);
            if (response.Status != 200)
                throw new RequestFailedException(response);
            continuation = Continuation(response);
            yield return Page<T>.FromValues(EntityJson.Several<T>(response.Content), continuation, response);
        }
        while (continuation is not null);
    }

    // Only the name of a partition where the next one begins.
    private static string? Continuation(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition) ? $"{partition} {row}" : null;
    }
}
