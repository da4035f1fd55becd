namespace MentorBot.Storage.Rows;

/// <summary>
/// Rows in tables, in the shape of Azure Table Storage: point reads, ordered ranges of one partition, and conditional
/// transactions of one partition. Every implementation passes the one contract suite.
/// </summary>
/// <remarks>
/// A request that Azure Tables would refuse throws <see cref="ArgumentException"/> everywhere: no writes, more than 100,
/// a row twice, a forbidden or overlong key, a property over 64 KiB, a row over 1 MiB, a property of another type, a
/// transaction over 4 MiB. An outage throws <see cref="RowStoreUnavailableException"/>; whether a write took place is then unknown.
/// </remarks>
public interface IRowStore
{
    /// <summary>The row, or null.</summary>
    Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken);

    /// <summary>The rows with from ≤ key &lt; to, in ordinal order of their keys. Each row is as of some moment during the call.</summary>
    IAsyncEnumerable<Row> Range(Partition partition, string from, string to, CancellationToken cancellationToken);

    /// <summary>All of the writes, or none.</summary>
    Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken);
}
