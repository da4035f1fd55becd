using MentorBot.Domain.MyData;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.EndToEnd;

/// <summary>Whatever is kept of somebody is in what they read and take along, or there is a reason why it is not.</summary>
public sealed class OwnDataTests
{
    /// <summary>What the keys of rows begin with, after the relationship where they lie with a person ("with-…-note").</summary>
    private static readonly Dictionary<string, OwnKind> Told = new()
    {
        ["profile"] = OwnKind.Settings,
        ["offer"] = OwnKind.Offer,
        ["member"] = OwnKind.Pair,
        ["pair"] = OwnKind.Pair,
        ["moment"] = OwnKind.Moment,
        ["opened"] = OwnKind.Openings,
        ["bundle"] = OwnKind.Messages,
        ["note"] = OwnKind.NoteForBoth,
        ["with-note"] = OwnKind.OwnNote,
        ["with-kept"] = OwnKind.OwnLines,
        ["with-agreement"] = OwnKind.Agreement,
        ["with-experiment"] = OwnKind.SomethingToTry,
        ["with-appearance"] = OwnKind.Appearance,
        ["experiment"] = OwnKind.SomethingToTry,
        ["question"] = OwnKind.Question,
        ["keep"] = OwnKind.Draft,
        ["story"] = OwnKind.Story,
    };

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["outbox"] = "Ids only, until something is carried out.",
        ["sending"] = "Ids only, for as long as something is sent.",
        ["card"] = "Where a card is in the chat; not a word.",
        ["seen"] = "An id, for a day.",
        ["download"] = "The state of the file itself.",
        ["file"] = "The file itself.",
        ["forgetting"] = "That somebody is being forgotten.",
        ["going"] = "That two go on, in the list of all who do; told with the pair.",
        ["closing"] = "Who answered what about going on, until both have; not a word.",
        ["meetings"] = "Times and counts of the two; not a word.",
        ["agreement"] = "A copy of what the own sheet shows.",
    };

    [Fact]
    public async Task Every_kind_of_row_is_told_or_has_a_reason_not_to_be()
    {
        MemoryRowStore rows = new();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var told = new HashSet<OwnKind>();
        foreach (var title in new[] { TwoConversationsStory.Title, KeepingStory.Title, BetweenStory.Title, WritingStory.Title })
        {
            rows = new();
            await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
            var story = AllStories.InOrder.Single(one => one.Title == title).In(town);
            var everything = ((RehearsedBot)town.Bot).Services.GetRequiredService<Everything>();
            await story.Happens(town);
            foreach (var row in rows.All.Where(row => row.Partition.Table is Table.People or Table.Relationships))
                kinds.Add(KindOf(row.Row.Key));
            foreach (var person in town.Residents)
                told.UnionWith((await everything.Of(new(person.Person.Id), default)).Select(section => section.Kind));
        }

        Assert.Empty(kinds.Except(Told.Keys).Except(Reasons.Keys));
        Assert.Empty(kinds.Where(Told.ContainsKey).Select(kind => Told[kind]).Where(kind => kind != OwnKind.Draft).Except(told));
    }

    private static string KindOf(string key)
    {
        if (!key.StartsWith("with-", StringComparison.Ordinal))
            return key.Split('-')[0];
        var kind = Told.Keys.FirstOrDefault(known => known.StartsWith("with-", StringComparison.Ordinal) && key.Contains(known[4..], StringComparison.Ordinal));
        return kind ?? key;
    }
}
