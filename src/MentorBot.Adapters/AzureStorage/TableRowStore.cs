using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.AzureStorage;

/// <summary>Rows in Azure Tables, one table of the storage account for each of ours; for any number of processes.</summary>
/// <remarks>
/// A read that fails is asked again, a few times. A transaction is sent once: were it sent again after a lost answer, an insert
/// would meet its own row, and that would look as if somebody else had been faster. So whatever is not a clear answer is
/// <see cref="RowStoreUnavailableException"/>, and whoever decides again reads first what is there by then. For the same reason
/// cancelling takes effect until a transaction is sent, and never after.
/// </remarks>
public sealed class TableRowStore : IRowStore, IRowWalk
{
    private const string NotLetIn = "Its identity needs the role Storage Table Data Contributor on the storage account; a key or signature must be whole and still hold.";

    /// <summary>Teams gives up on a press after fifteen seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Table, TableClient> asked;
    private readonly Dictionary<Table, TableClient> told;

    private TableRowStore(TableServiceClient reads, TableServiceClient writes, string prefix)
    {
        Dictionary<Table, TableClient> Each(TableServiceClient service) => Enum.GetValues<Table>().ToDictionary(table => table, table => service.GetTableClient(prefix + table));
        (asked, told) = (Each(reads), Each(writes));
    }

    /// <summary>Makes the tables that are not there yet.</summary>
    /// <param name="credential">Needed, and asked, only where the account lets in by identity.</param>
    /// <param name="prefix">ASCII letters and digits, a letter first.</param>
    /// <exception cref="RowStoreUnavailableException">The account is out of reach, or lets nobody in.</exception>
    /// <exception cref="InvalidDataException">The connection string is none; says so without it.</exception>
    public static Task<TableRowStore> Open(StorageAccount account, Func<TokenCredential> credential, ServiceNetwork network, string prefix, CancellationToken cancellationToken) =>
        Open(account, credential, network, prefix, static _ => { }, cancellationToken);

    /// <param name="change">Sees how patient it is going to be; tests are less so.</param>
    internal static async Task<TableRowStore> Open(
        StorageAccount account, Func<TokenCredential> credential, ServiceNetwork network, string prefix, Action<RetryOptions> change, CancellationToken cancellationToken)
    {
        TableServiceClient Service(int tries) => Connect(account, credential, network, tries, change);
        var store = new TableRowStore(Service(tries: 3), Service(tries: 1), prefix);
        await Task.WhenAll(store.asked.Values.Select(table => Ask(() => table.CreateIfNotExistsAsync(cancellationToken), cancellationToken)));
        return store;
    }

    public async Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, key);
        cancellationToken.ThrowIfCancellationRequested();
        return await Ask(
            async () =>
            {
                var found = await asked[partition.Table].GetEntityIfExistsAsync<TableEntity>(partition.Key, key, cancellationToken: cancellationToken);
                return found.HasValue ? RowEntity.Row(found.Value!).Row : Missing(found.GetRawResponse());
            },
            cancellationToken);
    }

    public IAsyncEnumerable<Row> Range(Partition partition, string from, string to, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, from, to);
        return Between(partition, from, to, cancellationToken);
    }

    public async Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        RowRules.Check(partition, writes);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var answer = await told[partition.Table].SubmitTransactionAsync(writes.Select(write => RowEntity.Action(partition, write)), CancellationToken.None);
            return answer.Value.Count == writes.Count && answer.Value.All(part => part.Status is >= 200 and < 300)
                ? new Commit.Done()
                : throw new RowStoreUnavailableException("The tables answered a transaction with something else.");
        }
        catch (TableTransactionFailedException refused) when (ConflictIn(writes, refused) is { } conflict)
        {
            return conflict;
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            throw Unavailable(exception);
        }
    }

    public IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, CancellationToken cancellationToken)
    {
        RowRules.Check(table);
        return Each(table, asked[table].QueryAsync<TableEntity>(cancellationToken: cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<Row> Between(Partition partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (string.CompareOrdinal(from, to) >= 0)
            yield break;

        var pages = asked[partition.Table].QueryAsync<TableEntity>(RowFilter.Between(partition.Key, from, to), cancellationToken: cancellationToken);
        await foreach (var (_, row) in Each(partition.Table, pages, cancellationToken))
        {
            if (string.CompareOrdinal(row.Key, to) < 0)
                yield return row;
        }
    }

    private static async IAsyncEnumerable<(Partition Partition, Row Row)> Each(
        Table table, AsyncPageable<TableEntity> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var pages = query.AsPages().GetAsyncEnumerator(cancellationToken);
        while (await Ask(async () => await pages.MoveNextAsync() ? pages.Current.Values.Select(RowEntity.Row).ToList() : null, cancellationToken) is { } rows)
        {
            foreach (var (partition, row) in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return (new(table, partition), row);
            }
        }
    }

    private static TableServiceClient Connect(StorageAccount account, Func<TokenCredential> credential, ServiceNetwork network, int tries, Action<RetryOptions> change)
    {
        var options = new TableClientOptions { Transport = network.Transport() };
        options.Retry.MaxRetries = tries - 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = Longest / tries;
        change(options.Retry);
        try
        {
            return account switch
            {
                StorageAccount.ByIdentity(var tables, _) => new(tables, credential(), options),
                StorageAccount.ByConnectionString(var connection) => new(connection.Reveal(), options),
                _ => throw new ArgumentException($"{account.GetType().Name} is no account.", nameof(account)),
            };
        }
        catch (Exception exception) when (account is StorageAccount.ByConnectionString && exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // Not the exception itself: it may repeat what it could not read.
            throw new InvalidDataException("Storage:ConnectionString: it names no storage account. Copy it whole, with account name, key and table endpoint.");
        }
    }

    private static async Task<T> Ask<T>(Func<Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question();
        }
        catch (Exception exception) when (IsOutage(exception) && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Nothing, if it is the row that is missing, and not its table or the service behind something on the way.</summary>
    private static Row? Missing(Response answer) =>
        answer.Content.ToString().Contains(ServiceSays.NoSuchRow, StringComparison.Ordinal) ? null : throw new RequestFailedException(answer);

    private static Commit.Conflict? ConflictIn(IReadOnlyList<Write> writes, TableTransactionFailedException refused)
    {
        if (refused.FailedTransactionActionIndex is not { } index || index >= writes.Count)
            return null;
        var foreseen = (writes[index], refused.Status, refused.ErrorCode) switch
        {
            (Write.Insert, 409, ServiceSays.RowExists) => true,
            (Write.Replace or Write.Delete, 412, ServiceSays.OtherVersion) => true,
            (Write.Replace or Write.Delete, 404, ServiceSays.NoSuchRow) => true,
            _ => false,
        };
        return foreseen ? new(index) : null;
    }

    /// <summary>
    /// The rules were checked before, so whatever goes wrong lies between here and the service: the network, the sign-in, an
    /// answer that is none. A refusal of what was sent would be a mistake of ours, which trying again does not mend.
    /// </summary>
    private static bool IsOutage(Exception exception) => exception switch
    {
        RequestFailedException refused => refused.Status is not (400 or 413),
        AggregateException several => several.InnerExceptions.All(IsOutage),
        _ => exception is IOException or HttpRequestException or OperationCanceledException or TimeoutException or JsonException or FormatException or InvalidDataException or AuthenticationFailedException,
    };

    private static RowStoreUnavailableException Unavailable(Exception exception) => exception switch
    {
        RequestFailedException { Status: 401 or 403 } refused => new(Answered(refused) + ": the bot is not let in.", exception) { Advice = NotLetIn },
        RequestFailedException { Status: > 0 } answered => new(Answered(answered) + ".", exception),
        _ => new("The tables of the storage account are out of reach.", exception) { Advice = "Does its address in Storage hold, and may this machine reach it?" },
    };

    private static string Answered(RequestFailedException answer) => $"The tables answered {answer.Status} {answer.ErrorCode}".TrimEnd();

    private static class ServiceSays
    {
        public const string RowExists = "EntityAlreadyExists";
        public const string OtherVersion = "UpdateConditionNotSatisfied";
        public const string NoSuchRow = "ResourceNotFound";
    }
}
