namespace MentorBot.Storage.Rows;

/// <summary>All rows of a table, whatever their partition: for what an operator asks for, never on a press.</summary>
public interface IRowWalk
{
    /// <summary>
    /// Every row that is there during the whole walk comes once, in no promised order. What is written meanwhile may come or not;
    /// nothing is held up by a walk, however long it takes.
    /// </summary>
    /// <exception cref="RowStoreUnavailableException">The store is out of reach; begin again.</exception>
    IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, CancellationToken cancellationToken);
}
