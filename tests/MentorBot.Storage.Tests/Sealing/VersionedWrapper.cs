using System.Security.Cryptography;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Tests.Sealing;

/// <summary>A master key in versions, as a vault keeps it.</summary>
internal sealed class VersionedWrapper : IKeyWrapper
{
    private readonly List<byte[]> versions = [RandomNumberGenerator.GetBytes(32)];

    public string Current => $"version-{versions.Count}";

    /// <summary>Runs before a key is unwrapped: the place for somebody else to be faster, or for an outage.</summary>
    public Func<Task> BeforeUnwrap { get; set; } = () => Task.CompletedTask;

    /// <summary>Spoils what it wraps from now on.</summary>
    public bool WrapsBadly { get; set; }

    /// <summary>The very arrays that were handed out or in.</summary>
    public List<ReadOnlyMemory<byte>> HandedAround { get; } = [];

    public void Rotate() => versions.Add(RandomNumberGenerator.GetBytes(32));

    public Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken)
    {
        HandedAround.Add(dataKey);
        using var aes = Aes.Create();
        aes.Key = versions[^1];
        var bytes = aes.EncryptEcb(dataKey.Span, PaddingMode.None);
        bytes[0] ^= (byte)(WrapsBadly ? 1 : 0);
        return Task.FromResult(new WrappedKey(Current, bytes));
    }

    public async Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        await BeforeUnwrap();
        using var aes = Aes.Create();
        aes.Key = versions[int.Parse(wrapped.MasterKeyId["version-".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1];
        var key = aes.DecryptEcb(wrapped.Bytes, PaddingMode.None);
        HandedAround.Add(key);
        return key;
    }
}
