using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public class TableClient
{
    private readonly TableRequests requests;

    internal TableClient(TableRequests requests, string name)
    {
        this.requests = requests;
        Name = name;
    }

    public virtual string Name { get; }

    /// <exception cref="RequestFailedException"/>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = requests.CreateTable(Name);
        var response = await requests.Send(message, cancellationToken).ConfigureAwait(false);
        if (response.Status is 201 or 204)
            return Response.FromValue(new TableItem(Name), response);

        var refused = new RequestFailedException(response);
        return refused is { Status: 409, ErrorCode: "TableAlreadyExists" } ? Response.FromValue(new TableItem(Name), response) : throw refused;
    }

    /// <returns>Without a value where the answer is 404, whatever is missing.</returns>
    /// <exception cref="RequestFailedException"/>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        using var message = requests.Get(Name, partitionKey, rowKey, select);
        var response = await requests.Send(message, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            200 => Response.FromValue(EntityJson.One<T>(response.Content), response),
            404 => new NothingThere<T>(response),
            _ => throw new RequestFailedException(response),
        };
    }

    /// <param name="filter">In the words of OData; null for all.</param>
    /// <returns>The entities by partition key and row key, over as many requests as it takes.</returns>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new() => new EntityPages<T>(requests, Name, filter, maxPerPage, select, cancellationToken);

    /// <summary>All of the actions, or none.</summary>
    /// <exception cref="TableTransactionFailedException">None, because one was refused.</exception>
    /// <exception cref="RequestFailedException"/>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        if (actions.Length == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
        RefuseSecondPartition(actions);

        using var message = requests.Batch(Name, actions);
        var response = await requests.Send(message, cancellationToken).ConfigureAwait(false);
        if (response.Status != 202)
            throw new RequestFailedException(response);

        var parts = BatchAnswer.Read(response);
        if (parts.FirstOrDefault(part => part.Status >= 400) is { } refused)
            throw new TableTransactionFailedException(new RequestFailedException(refused, null, new ErrorDetails()));
        return Response.FromValue(parts, response);
    }

    // The service refuses this, and so would the official client with its answer; storage on one's own machine lets it pass.
    private static void RefuseSecondPartition(TableTransactionAction[] actions)
    {
        var other = Array.FindIndex(actions, action => action.Entity.PartitionKey != actions[0].Entity.PartitionKey);
        if (other < 0)
            return;
        var refused = new RequestFailedException(400, $"{other}:The actions of a transaction must be on one partition.", "CommandsInBatchActOnDifferentPartitions", null);
        refused.Data[ErrorDetails.FailedEntity] = $"{other}";
        throw new TableTransactionFailedException(refused);
    }
}
