using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Chats;

public sealed class LookingTests
{
    [Fact]
    public async Task Newest_that_shows_the_text_is_seen()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await script.Bot.Post(ana.ConversationId, Text("Something old"));
        var newer = await script.Bot.Post(ana.ConversationId, Message(Card(Words("Something   _new_\n\nhere"))));
        await script.Bot.Post(ana.ConversationId, Text("Unrelated"));
        Assert.Equal(newer, ana.Sees("something new here").Entry.Id);
    }

    [Fact]
    public async Task Text_that_is_nowhere_fails_with_the_chat_drawn()
    {
        var (town, ana, _) = await Neighbourhood.Showing(Card(Words("Nearly there"), Buttons(Submit("Take it back", "back"))));
        await using var ending = town;
        var failure = Assert.Throws<RehearsalException>(() => ana.Sees("Settled"));
        Assert.Contains("Ana Lima should read “Settled”", failure.Message, StringComparison.Ordinal);
        Assert.Contains("│ Nearly there", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[ Take it back ]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("hello", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_folded_away_or_deleted_is_not_seen()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var folded = Words("Between the lines");
        folded["isVisible"] = false;
        await script.Bot.Post(ana.ConversationId, Message(Card(Words("Top"), folded)));
        Assert.Throws<RehearsalException>(() => ana.Sees("Between the lines"));

        var id = await script.Bot.Post(ana.ConversationId, Text("Gone soon"));
        await script.Bot.Call(HttpMethod.Delete, FakeBot.Activity(ana.ConversationId, id!));
        ana.DoesNotSee("Gone soon");
        Assert.True(ana.Chat.Single(entry => entry.Id == id).IsDeleted);
    }

    [Fact]
    public async Task News_are_what_came_or_changed_since_one_looked()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        ana.SeesNothingNew();
        var id = await script.Bot.Post(ana.ConversationId, Text("One"));
        Assert.Contains("One", Assert.Throws<RehearsalException>(ana.SeesNothingNew).Message, StringComparison.Ordinal);
        ana.Sees("One");
        ana.SeesNothingNew();
        await script.Bot.Call(HttpMethod.Put, FakeBot.Activity(ana.ConversationId, id!), Text("Two"));
        Assert.Throws<RehearsalException>(ana.SeesNothingNew);
        town.Person("Bo").SeesNothingNew();
    }

    [Fact]
    public async Task Times_on_a_card_are_the_readers()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        foreach (var resident in town.Residents)
            await script.Bot.Post(resident.ConversationId, Message(Card(Words("By {{DATE(2026-03-02T23:30:00Z,SHORT)}}, {{TIME(2026-03-02T23:30:00Z)}}"))));
        town.Person("Ana").Sees("23:30");
        town.Person("Bo").Sees("3 Mar 2026");
    }

    [Fact]
    public async Task Wrong_kind_of_thing_is_said_plainly()
    {
        var (town, _, card) = await Neighbourhood.Showing(Card(Words("Plain")));
        await using var ending = town;
        Assert.Contains("should see a form", Assert.Throws<RehearsalException>(() => card.Form).Message, StringComparison.Ordinal);
        Assert.Contains("should read “Fancy”", Assert.Throws<RehearsalException>(() => card.Shows("Fancy")).Message, StringComparison.Ordinal);
    }
}
