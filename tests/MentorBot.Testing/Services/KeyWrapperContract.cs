using System.Security.Cryptography;
using MentorBot.Storage.Sealing;
using Xunit;

namespace MentorBot.Testing.Services;

/// <summary>What every keeper of a master key does.</summary>
public abstract class KeyWrapperContract
{
    private readonly byte[] dataKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>Keepers of two master keys.</summary>
    protected abstract Task<(IKeyWrapper One, IKeyWrapper Another)> Open();

    [Fact]
    public async Task A_wrapped_key_comes_back()
    {
        var (keeper, _) = await Open();

        Assert.Equal(dataKey, await keeper.Unwrap(await keeper.Wrap(dataKey, default), default));
    }

    [Fact]
    public async Task A_key_wraps_differently_each_time_under_the_same_master_key()
    {
        var (keeper, _) = await Open();
        var (once, again) = (await keeper.Wrap(dataKey, default), await keeper.Wrap(dataKey, default));

        Assert.Equal(once.MasterKeyId, again.MasterKeyId);
        Assert.NotEqual(once.Bytes, again.Bytes);
        Assert.True(once.Bytes.AsSpan().IndexOf(dataKey) < 0);
    }

    [Fact]
    public async Task Changed_bytes_are_refused()
    {
        var (keeper, _) = await Open();
        var wrapped = await keeper.Wrap(dataKey, default);

        for (var at = 0; at < wrapped.Bytes.Length; at += 5)
        {
            wrapped.Bytes[at] ^= 1;
            await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(wrapped, default));
            wrapped.Bytes[at] ^= 1;
        }

        Assert.Equal(dataKey, await keeper.Unwrap(wrapped, default));
    }

    [Fact]
    public async Task Bytes_that_were_cut_are_refused_and_so_are_none()
    {
        var (keeper, _) = await Open();
        var wrapped = await keeper.Wrap(dataKey, default);

        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(wrapped with { Bytes = wrapped.Bytes[..^1] }, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(wrapped with { Bytes = [.. wrapped.Bytes, 0] }, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(wrapped with { Bytes = [] }, default));
    }

    [Fact]
    public async Task What_another_keeper_wrapped_is_refused_also_under_this_ones_name()
    {
        var (keeper, another) = await Open();
        var (own, foreign) = (await keeper.Wrap(dataKey, default), await another.Wrap(dataKey, default));

        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(foreign, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(foreign with { MasterKeyId = own.MasterKeyId }, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => keeper.Unwrap(own with { MasterKeyId = "" }, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public async Task Only_keys_of_256_bits_are_wrapped(int size)
    {
        var (keeper, _) = await Open();

        await Assert.ThrowsAsync<ArgumentException>(() => keeper.Wrap(new byte[size], default));
    }

    [Fact]
    public async Task Many_wrap_and_unwrap_at_once()
    {
        var (keeper, _) = await Open();

        await Parallel.ForAsync(0, 50, async (_, token) =>
        {
            var key = RandomNumberGenerator.GetBytes(32);
            Assert.Equal(key, await keeper.Unwrap(await keeper.Wrap(key, token), token));
        });
    }
}
