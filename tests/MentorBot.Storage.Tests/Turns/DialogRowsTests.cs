using MentorBot.Storage.Rows;
using MentorBot.Storage.Turns;
using NodaTime;

namespace MentorBot.Storage.Tests.Turns;

public sealed class DialogRowsTests : IDisposable
{
    private readonly StorageRoom room = new();
    private readonly DialogRows dialogs;

    public DialogRowsTests() => dialogs = new(room.Watched, room.Decisions, room.Clock);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Where_somebody_is_in_a_conversation_is_kept_replaced_and_removed()
    {
        Assert.Null(await dialogs.Find("key", default));
        await dialogs.Put("key", "{\"step\":1}", default);
        Assert.Equal("{\"step\":1}", await dialogs.Find("key", default));
        await dialogs.Put("key", "{\"step\":2}", default);
        Assert.Equal("{\"step\":2}", await dialogs.Find("key", default));
        await dialogs.Put("key", null, default);
        Assert.Null(await dialogs.Find("key", default));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_gone_after_a_day()
    {
        await dialogs.Put("key", "{}", default);

        room.Clock.Advance(Duration.FromHours(23));
        Assert.False(await dialogs.Tick(new(Table.BotState, "key"), default));
        room.Clock.Advance(Duration.FromHours(1));
        Assert.True(await dialogs.Tick(new(Table.BotState, "key"), default));

        Assert.Null(await dialogs.Find("key", default));
    }

    [Fact]
    public async Task Removing_what_is_not_there_writes_nothing()
    {
        await dialogs.Put("key", null, default);

        Assert.DoesNotContain(room.Watched.Calls, call => call.StartsWith("transact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_of_the_SDK_have_slashes_and_do_not_mix()
    {
        string[] keys = ["msteams/conversations/a:1", "msteams/conversations/a:2", "msteams!002Fconversations!002Fa:1", "msteams/conversations/a:1/", "", "日本?#\\"];
        foreach (var key in keys)
            await dialogs.Put(key, $"of {key}", default);

        foreach (var key in keys)
            Assert.Equal($"of {key}", await dialogs.Find(key, default));
    }

    [Fact]
    public async Task It_lies_in_a_table_of_its_own()
    {
        await dialogs.Put("key", "{}", default);

        Assert.Equal(["transact Due", "transact BotState"], room.Watched.Calls.Select(call => string.Join(' ', call.Split(' ')[..2])));
    }
}
