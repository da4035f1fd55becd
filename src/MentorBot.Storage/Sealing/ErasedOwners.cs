using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>Whose keys were ever erased: to be kept apart from backups, and carried out again in a store put back from one.</summary>
public sealed class ErasedOwners(IRowWalk walk)
{
    /// <summary>An owner may come twice: erased, begun afresh, and erased again.</summary>
    public async IAsyncEnumerable<ErasedOwner> All([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (partition, row) in walk.All(Table.Keys, cancellationToken))
            if (KeyRow.ErasedAt(row) is { } at && Owner.Parse(partition.Key) is { } owner)
                yield return new(owner, at);
    }
}
