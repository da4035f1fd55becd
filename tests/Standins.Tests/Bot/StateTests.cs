using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Standins.Tests.Bot;

public sealed class StateTests
{
    [Fact]
    public async Task State_lives_from_turn_to_turn_once_it_is_saved()
    {
        var state = new ConversationState(new Kept());
        var notes = state.CreateProperty<Notes>("notes");

        using (var turn = Turn())
        {
            (await notes.GetAsync(turn, () => new Notes())).Lines.Add("saved");
            await state.SaveChangesAsync(turn);
        }

        using (var turn = Turn())
            (await notes.GetAsync(turn, () => new Notes())).Lines.Add("forgotten");

        using (var turn = Turn())
            Assert.Equal(["saved"], (await notes.GetAsync(turn)).Lines);
    }

    [Fact]
    public async Task A_conversation_has_a_key_of_its_own()
    {
        var storage = new Kept();
        var state = new ConversationState(storage);
        using var turn = Turn();

        await state.CreateProperty<string>("name").SetAsync(turn, "Ana");
        await state.SaveChangesAsync(turn);

        Assert.Equal(["msteams/conversations/a:chat"], storage.Written);
    }

    [Fact]
    public async Task Only_a_change_is_written_unless_forced()
    {
        var storage = new Kept();
        var state = new ConversationState(storage);
        var name = state.CreateProperty<string>("name");
        using var turn = Turn();

        await state.SaveChangesAsync(turn);
        Assert.Null(await name.GetAsync(turn));
        await state.SaveChangesAsync(turn);
        Assert.Empty(storage.Written);

        await name.SetAsync(turn, "Ana");
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Single(storage.Written);

        await state.SaveChangesAsync(turn, force: true);
        Assert.Equal(2, storage.Written.Count);
        Assert.Equal(1, storage.Reads);
    }

    [Fact]
    public async Task The_last_writer_wins_because_no_etag_is_written()
    {
        var storage = new Kept();
        var state = new ConversationState(storage);
        var name = state.CreateProperty<string>("name");
        using var first = Turn();
        using var second = Turn();
        await name.SetAsync(first, "first");
        await name.SetAsync(second, "second");

        await state.SaveChangesAsync(second);
        await state.SaveChangesAsync(first);

        using var turn = Turn();
        Assert.Equal("first", await name.GetAsync(turn));
        Assert.All(storage.Values, value => Assert.DoesNotContain("ETag", Assert.IsType<IDictionary<string, object>>(value, exactMatch: false).Keys));
    }

    [Fact]
    public async Task A_default_is_kept_and_a_value_type_has_one()
    {
        var state = new ConversationState(new Kept());
        using var turn = Turn();
        var made = 0;
        var notes = state.CreateProperty<Notes>("notes");
        Notes Make()
        {
            made++;
            return new Notes();
        }

        Assert.Same(await notes.GetAsync(turn, Make), await notes.GetAsync(turn, Make));
        Assert.Equal(1, made);
        Assert.Equal(0, await state.CreateProperty<int>("count").GetAsync(turn));
        Assert.Equal(3, await state.CreateProperty<int>("count").GetAsync(turn, () => 3));
    }

    [Fact]
    public async Task A_value_or_the_whole_state_is_deleted()
    {
        var storage = new Kept();
        var state = new ConversationState(storage);
        var name = state.CreateProperty<string>("name");
        var other = state.CreateProperty<string>("other");
        using var turn = Turn();
        await name.SetAsync(turn, "Ana");
        await other.SetAsync(turn, "kept");
        await name.DeleteAsync(turn);
        Assert.Null(await name.GetAsync(turn));
        await state.SaveChangesAsync(turn);

        using (var later = Turn())
            Assert.Equal((null, "kept"), (await name.GetAsync(later), await other.GetAsync(later)));

        await state.DeleteAsync(turn);
        Assert.Empty(await storage.ReadAsync(["msteams/conversations/a:chat"], default));
    }

    [Fact]
    public async Task Storage_that_keeps_no_types_gives_values_of_the_type_asked_for()
    {
        var state = new ConversationState(new Kept(TypeNameHandling.None));
        var notes = state.CreateProperty<Notes>("notes");
        using (var turn = Turn())
        {
            await notes.SetAsync(turn, new Notes { Lines = ["one"] });
            await state.CreateProperty<int>("count").SetAsync(turn, 3);
            await state.SaveChangesAsync(turn);
        }

        using var later = Turn();
        Assert.Equal(["one"], (await notes.GetAsync(later)).Lines);
        Assert.Equal(3, await state.CreateProperty<int>("count").GetAsync(later));
    }

    [Fact]
    public void What_a_turn_keeps_is_found_by_type_or_name_and_added_once()
    {
        using var turn = Turn();
        turn.TurnState.Add("one");
        turn.TurnState.Add("name", "two");
        turn.TurnState.Set("three");

        Assert.Equal(("three", "two", null), (turn.TurnState.Get<string>(), turn.TurnState.Get<string>("name"), turn.TurnState.Get<Notes>("name")));
        Assert.Throws<ArgumentException>(() => turn.TurnState.Add("name", "again"));
        Assert.Throws<ArgumentNullException>(() => turn.TurnState.Add<string>("null", null!));
    }

    internal static TurnContext Turn(string text = "hello") => new(new CloudAdapter(), new Activity(ActivityTypes.Message)
    {
        Text = text,
        ChannelId = "msteams",
        From = new ChannelAccount("29:ana"),
        Conversation = new ConversationAccount(id: "a:chat"),
    });

    private sealed class Notes
    {
        public List<string> Lines { get; set; } = [];
    }
}
