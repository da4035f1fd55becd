using System.Security.Cryptography;
using System.Text;
using MentorBot.Storage.Sealing;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The master key of one key file, inside the cipher that uses it. Data keys are wrapped with AES-256-GCM rather than AES key wrap,
/// because it can bind the master key's id.
/// </summary>
internal sealed class MasterKey : IDisposable
{
    public const int Size = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const byte WrapFormat = 1;

    private readonly Lock gate = new();
    private readonly AesGcm cipher;
    private readonly byte[] associatedData;

    public MasterKey(Guid id, ReadOnlySpan<byte> key)
    {
        Id = $"keyfile-{id:n}";
        associatedData = Encoding.UTF8.GetBytes($"data key wrapped by {Id}");
        cipher = new(key, TagSize);
    }

    public string Id { get; }

    public WrappedKey Wrap(ReadOnlySpan<byte> dataKey)
    {
        if (dataKey.Length != Size)
            throw new ArgumentException($"A data key has {Size} bytes.", nameof(dataKey));

        var bytes = new byte[1 + NonceSize + Size + TagSize];
        bytes[0] = WrapFormat;
        var nonce = bytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        lock (gate)
            cipher.Encrypt(nonce, dataKey, bytes.AsSpan(1 + NonceSize, Size), bytes.AsSpan(^TagSize..), associatedData);
        return new WrappedKey(Id, bytes);
    }

    /// <exception cref="SealBrokenException">They were not wrapped by this key, or changed since.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 1 + NonceSize + Size + TagSize || bytes[0] != WrapFormat)
            throw new SealBrokenException($"A data key said to be wrapped by {Id} has another form.");

        var dataKey = new byte[Size];
        try
        {
            lock (gate)
                cipher.Decrypt(bytes.Slice(1, NonceSize), bytes.Slice(1 + NonceSize, Size), bytes[^TagSize..], dataKey, associatedData);
            return dataKey;
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SealBrokenException($"A data key wrapped by {Id} was changed since.", changed);
        }
    }

    /// <summary>The cipher wipes the key when it is freed.</summary>
    public void Dispose()
    {
        lock (gate)
            cipher.Dispose();
    }
}
