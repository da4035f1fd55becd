namespace MentorBot.Storage.Rows;

/// <summary>All rows of one table, for the few things that go through everything: rotation, and lists for backups.</summary>
public interface IRowWalk
{
    /// <summary>Every row that is there all the while, once. A row that comes, goes or changes meanwhile may be seen or not.</summary>
    /// <exception cref="RowStoreUnavailableException"/>
    IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, CancellationToken cancellationToken);
}
