using System.Collections.Concurrent;
using System.Security.Cryptography;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Tests.Sealing;

/// <summary>A master key in memory that remembers what passed through it.</summary>
internal sealed class RecordingWrapper : IKeyWrapper
{
    private readonly byte[] master = RandomNumberGenerator.GetBytes(32);
    private int unwraps;

    /// <summary>Copies of the data keys, to look for them where they must not be.</summary>
    public ConcurrentBag<byte[]> KeysWrapped { get; } = [];

    /// <summary>The very arrays that were handed out or in.</summary>
    public ConcurrentBag<ReadOnlyMemory<byte>> HandedAround { get; } = [];

    public int Unwraps => unwraps;

    public Func<Task> BeforeUnwrap { get; set; } = () => Task.CompletedTask;

    public Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken)
    {
        KeysWrapped.Add(dataKey.ToArray());
        HandedAround.Add(dataKey);
        using var aes = Aes.Create();
        aes.Key = master;
        return Task.FromResult(new WrappedKey("test", aes.EncryptEcb(dataKey.Span, PaddingMode.None)));
    }

    public async Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref unwraps);
        await BeforeUnwrap();
        using var aes = Aes.Create();
        aes.Key = master;
        var key = aes.DecryptEcb(wrapped.Bytes, PaddingMode.None);
        HandedAround.Add(key);
        return key;
    }
}
