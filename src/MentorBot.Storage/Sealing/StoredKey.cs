using System.Security.Cryptography;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>One data key as it is stored, whosever it is: it tells whether a master key is the one that this data was sealed with.</summary>
public sealed class StoredKey
{
    private readonly Owner owner;
    private readonly Row row;

    private StoredKey(Owner owner, Row row) => (this.owner, this.row) = (owner, row);

    /// <summary>The first that comes; null where none is stored. An erased one is none.</summary>
    /// <exception cref="RowStoreUnavailableException"/>
    public static async Task<StoredKey?> First(IRowWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var (partition, row) in walk.All(Table.Keys, cancellationToken))
            if (row.Key == KeyRow.Key && KeyRow.ErasedAt(row) is null && Owner.Parse(partition.Key) is { } owner)
                return new(owner, row);
        return null;
    }

    /// <summary>Unwraps it, and forgets it again.</summary>
    /// <exception cref="SealBrokenException">This master key does not open it, or its row was changed.</exception>
    /// <exception cref="MasterKeyUnavailableException">The keeper is out of reach.</exception>
    public async Task Try(IKeyWrapper wrapper, CancellationToken cancellationToken)
    {
        if (KeyRow.From(owner, row) is KeyRow.Living living)
            CryptographicOperations.ZeroMemory(KeyRow.Proven(owner, living, await wrapper.Unwrap(living.Wrapped, cancellationToken)));
    }
}
