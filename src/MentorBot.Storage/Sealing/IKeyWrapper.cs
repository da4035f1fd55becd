namespace MentorBot.Storage.Sealing;

/// <summary>Wraps data keys with the master key, which never leaves its keeper (a key file here, a key vault in the cloud).</summary>
public interface IKeyWrapper
{
    /// <summary>Wraps a 256-bit data key with the current version of the master key.</summary>
    /// <exception cref="MasterKeyUnavailableException">The keeper is out of reach.</exception>
    Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken);

    /// <summary>The 256-bit data key again.</summary>
    /// <exception cref="SealBrokenException">It was not wrapped by a master key that this keeper holds, or was changed since.</exception>
    /// <exception cref="MasterKeyUnavailableException">The keeper is out of reach: it says nothing about the key.</exception>
    Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken);
}
