using System.IO.Compression;
using System.Net;
using MentorBot.Domain.MyData;
using MentorBot.Rehearsal;
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
        ["with-event"] = OwnKind.Appearance,
        ["with-checkin"] = OwnKind.CheckIn,
        ["experiment"] = OwnKind.SomethingToTry,
        ["question"] = OwnKind.Question,
        ["keep"] = OwnKind.Draft,
        ["lookback"] = OwnKind.LookingBack,
        ["with-lookback"] = OwnKind.LookingBack,
        ["waiting"] = OwnKind.LookingBack,
        ["line"] = OwnKind.Roster,
        ["asked"] = OwnKind.Roster,
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
        ["held"] = "How many conversations there were in a month, by the id of the relationship, for two months; told with the pair.",
        ["roster"] = "Which list of the coordinators stands, and its groups.",
        ["draft"] = "That such a list is being written.",
        ["closing"] = "Who answered what about going on, until both have; not a word.",
        ["released"] = "Answers of five people, mixed: nobody knows whose they are.",
        ["meetings"] = "Times and counts of the two; not a word.",
        ["agreement"] = "A copy of what the own sheet shows.",
    };

    [Fact]
    public async Task Every_kind_of_row_is_told_or_has_a_reason_not_to_be()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var told = new HashSet<OwnKind>();
        await AfterEachStory(async (town, rows, services) =>
        {
            foreach (var row in rows.All.Where(row => row.Partition.Table is Table.People or Table.Relationships or Table.Evaluations or Table.Roster))
                kinds.Add(KindOf(row.Row.Key));
            foreach (var person in town.Residents)
                told.UnionWith((await services.GetRequiredService<Everything>().Of(new(person.Person.Id), default)).Select(section => section.Kind));
        });

        Assert.Empty(kinds.Except(Told.Keys).Except(Reasons.Keys));
        Assert.Empty(kinds.Where(Told.ContainsKey).Select(kind => Told[kind]).Where(kind => kind != OwnKind.Draft).Except(told));
    }

    [Fact]
    public async Task Nothing_that_somebody_else_wrote_is_in_what_one_takes_along_but_what_both_said_yes_to()
    {
        var own = 0;
        await AfterEachStory(async (town, _, services) =>
        {
            foreach (var person in town.Residents)
            {
                var sections = await services.GetRequiredService<Everything>().Of(new(person.Person.Id), default);
                var file = await services.GetRequiredService<ITakeAlong>().Write(
                    new(person.Person.Id), [.. sections.Where(section => section.Kind is not (OwnKind.Kept or OwnKind.JointStory))], town.Clock.GetCurrentInstant(), default);
                var written = TextsIn(file).SelectMany(text => town.Canaries.FindIn(text)).Select(leak => leak.Canary).ToList();
                Assert.DoesNotContain(written, canary => canary.Author != person.Name);
                own += written.Count;
            }
        });

        Assert.NotEqual(0, own);
    }

    private static async Task AfterEachStory(Func<Town, MemoryRowStore, IServiceProvider, Task> look)
    {
        foreach (var title in new[] { TwoConversationsStory.Title, KeepingStory.Title, BetweenStory.Title, CheckInsStory.Title, LookingBackStory.Title, RosterStory.Title, WritingStory.Title })
        {
            var rows = new MemoryRowStore();
            await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
            await AllStories.InOrder.Single(one => one.Title == title).In(town).Happens(town);
            await look(town, rows, ((RehearsedBot)town.Bot).Services);
        }
    }

    private static IEnumerable<string> TextsIn(ReadOnlyMemory<byte> file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return WebUtility.HtmlDecode(reader.ReadToEnd());
        }
    }

    private static string KindOf(string key)
    {
        if (!key.StartsWith("with-", StringComparison.Ordinal))
            return key.Split('-')[0];
        var kind = Told.Keys.FirstOrDefault(known => known.StartsWith("with-", StringComparison.Ordinal) && key.Contains(known[4..], StringComparison.Ordinal));
        return kind ?? key;
    }
}
