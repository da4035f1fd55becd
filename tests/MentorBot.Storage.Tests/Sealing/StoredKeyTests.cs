using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

public sealed class StoredKeyTests : IDisposable
{
    private readonly SealingRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Where_nothing_was_sealed_none_is_stored() => Assert.Null(await StoredKey.First(room.Store, default));

    [Fact]
    public async Task One_that_was_erased_is_passed_over()
    {
        await room.Seal("words", Ana);
        await room.Keys.Erase(Ana, default);
        Assert.Null(await StoredKey.First(room.Store, default));

        await room.Seal("words", Ben);
        Assert.NotNull(await StoredKey.First(room.Store, default));
    }

    [Fact]
    public async Task The_master_key_that_wrapped_it_opens_it_and_no_other()
    {
        await room.Seal("words");
        var stored = (await StoredKey.First(room.Store, default))!;

        await stored.Try(room.Wrapper, default);

        await Assert.ThrowsAsync<SealBrokenException>(() => stored.Try(new RecordingWrapper(), default));
    }

    [Fact]
    public async Task A_key_row_that_cannot_be_read_is_one_that_does_not_open()
    {
#pragma warning disable RS0030 // Somebody's doing, not the bot's.
        await room.Store.Transact(KeysOf(Ana), [new Write.Insert("key", new Dictionary<string, object> { ["keyId"] = "none" })], default);
#pragma warning restore RS0030

        var stored = (await StoredKey.First(room.Store, default))!;

        await Assert.ThrowsAsync<SealBrokenException>(() => stored.Try(room.Wrapper, default));
    }
}
