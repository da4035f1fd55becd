using System.Security.Cryptography;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// An owner's unwrapped key, inside the cipher that uses it: no copy of its bytes stays behind. It can be dropped at any
/// moment, also while somebody is about to use it; they are told, and ask for it again.
/// </summary>
internal sealed class DataKey(Guid id, ReadOnlySpan<byte> key) : IDisposable
{
    public const int Size = 32;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    private readonly Lock gate = new();
    private readonly AesGcm cipher = new(key, TagSize);
    private bool dropped;

    public Guid Id { get; } = id;

    /// <summary>False when the key has been dropped; nothing was written then.</summary>
    public bool TryEncrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> encrypted, Span<byte> tag, ReadOnlySpan<byte> associatedData)
    {
        lock (gate)
        {
            if (!dropped)
                cipher.Encrypt(nonce, plain, encrypted, tag, associatedData);
            return !dropped;
        }
    }

    /// <summary>False when the key has been dropped; nothing was written then.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The bytes or the associated data are not those that were encrypted.</exception>
    public bool TryDecrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> associatedData)
    {
        lock (gate)
        {
            if (!dropped)
                cipher.Decrypt(nonce, encrypted, tag, plain, associatedData);
            return !dropped;
        }
    }

    /// <summary>The cipher wipes its key when it is freed.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            dropped = true;
            cipher.Dispose();
        }
    }
}
