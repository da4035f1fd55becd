using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

public sealed class KeyRowTests : IDisposable
{
    private readonly SealingRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_key_row_copied_from_another_owner_is_noticed()
    {
        await room.Seal("words");
        var row = await room.KeyRowOf(Ana);
        await room.Store.Transact(KeysOf(Ben), [new Write.Insert("key", row.Properties)], CancellationToken.None);

        var error = await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("words", Ben));

        Assert.Contains("was not made for contoso|person|ben.carter", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keyId")]
    [InlineData("wrapped")]
    [InlineData("proof")]
    public async Task A_changed_key_row_is_noticed(string property)
    {
        await room.Seal("words");
        var row = await room.KeyRowOf(Ana);
        object changed = row.Properties[property] is byte[] bytes ? new byte[bytes.Length] : Guid.NewGuid().ToString("n");
        await room.Store.Transact(KeysOf(Ana), [new Write.Upsert("key", new Dictionary<string, object>(row.Properties) { [property] = changed })], CancellationToken.None);
        room.Keys.Forget(Ana);

        await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("more"));
    }

    [Fact]
    public async Task A_key_row_that_lacks_something_is_noticed()
    {
        await room.Store.Transact(KeysOf(Ana), [new Write.Insert("key", new Dictionary<string, object> { ["keyId"] = "1" })], CancellationToken.None);

        await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("words"));
    }
}
