using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;

namespace MentorBot.Flows.Tests.Turns;

public sealed class StateStorageTests
{
    private readonly StatesInMemory states = [];
    private readonly StateStorage storage;

    public StateStorageTests() => storage = new(states);

    [Fact]
    public async Task A_dialog_stack_comes_back_as_it_was()
    {
        var stack = new DialogState();
        stack.DialogStack.Add(new DialogInstance { Id = "offers", State = new Dictionary<string, object> { ["offer"] = "7", ["step"] = 2L } });
        await storage.WriteAsync(new Dictionary<string, object> { ["key"] = new Dictionary<string, object> { ["DialogState"] = stack } });

        var bag = Assert.IsType<Dictionary<string, object>>((await storage.ReadAsync(["key", "another"])).Single().Value);
        var instance = Assert.Single(Assert.IsType<DialogState>(bag["DialogState"]).DialogStack);
        Assert.Equal("offers", instance.Id);
        Assert.Equal("7", instance.State["offer"]);
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await storage.WriteAsync(new Dictionary<string, object> { ["key"] = new DialogState() });

        await storage.DeleteAsync(["key", "another"]);

        Assert.Empty(states);
    }

    [Theory]
    [InlineData("""{ "$type": "System.IO.FileInfo, System.Private.CoreLib", "fileName": "/etc/hosts" }""")]
    [InlineData("""{ "$type": "FileInfo" }""")]
    [InlineData("""{ "$type": "System.Collections.Generic.Dictionary`2[[System.String],[System.Object]]" }""")]
    [InlineData("""{ "$type": "DialogState", "DialogStack": [ { "$type": "DialogInstance", "State": { "x": { "$type": "System.Diagnostics.Process, System" } } } ] }""")]
    [InlineData("""{ "$type": "DialogSet" }""")]
    [InlineData("""{ "$type": "", "x": 1 }""")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("")]
    public async Task State_that_names_another_type_or_cannot_be_read_is_dropped(string json)
    {
        states["key"] = json;

        Assert.Empty(await storage.ReadAsync(["key"]));
    }

    [Fact]
    public async Task State_of_endless_depth_is_dropped()
    {
        states["key"] = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));

        Assert.Empty(await storage.ReadAsync(["key"]));
    }

    [Fact]
    public async Task Only_ids_are_written_never_a_thing_of_the_domain()
    {
        var stack = new DialogState();
        stack.DialogStack.Add(new DialogInstance { Id = "offers", State = new Dictionary<string, object> { ["about"] = Domain.Confidential.From("words")! } });

        await Assert.ThrowsAsync<JsonSerializationException>(() => storage.WriteAsync(new Dictionary<string, object> { ["key"] = stack }));

        Assert.Empty(states);
    }
}
