using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

/// <summary>A transaction in bytes, made on its caller's thread so that the writer has only to bind them, and its answer.</summary>
internal sealed class Pending : TaskCompletionSource<Commit>
{
    private static readonly Commit.Done Done = new();

    private readonly CancellationToken cancellationToken;
    private Commit outcome = Done;

    public Pending(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        this.cancellationToken = cancellationToken;
        Table = TableNames.Of(partition.Table);
        Partition = OrdinalKey.Encode(partition.Key);
        Changes = new Change[writes.Count];
        for (var index = 0; index < Changes.Length; index++)
            Changes[index] = Change.Of(writes[index]);
    }

    public byte[] Table { get; }

    public byte[] Partition { get; }

    public Change[] Changes { get; }

    public void Refuse(int index) => outcome = new Commit.Conflict(index);

    /// <summary>Once taken by the writer it is a matter of one disk write, and cancelling would only make the outcome unknown.</summary>
    public bool IsCancelled() => cancellationToken.IsCancellationRequested && TrySetCanceled(cancellationToken);

    public void Answer() => TrySetResult(outcome);

    public void Fail(RowStoreUnavailableException exception) => TrySetException(exception);
}
