using System.Globalization;
using System.Text;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.EndToEnd;

/// <summary>Somebody types "forget me" in the middle of something. Their own goes at once, the rest with the notice that everybody gets, and nothing names them then.</summary>
public sealed class ForgetMeTests
{
    private const string Theme = "Finding my way here";
    private const string Words = "The lamp by the harbour, number";

    private static readonly Dictionary<string, Func<Scene, Task>> Middles = new()
    {
        ["a form that is kept for later"] = KeepsTheForm,
        ["an offer that waits for the coordinator"] = OffersOnly,
        ["waiting for somebody"] = Waits,
        ["choosing"] = Chooses,
        ["being asked, or asking"] = IsAsked,
        ["an acceptance, at that very moment"] = Accepts,
        ["a conversation, with notes of both kinds"] = Talks,
        ["keeping something together"] = Keeps,
        ["a quiet time"] = IsQuiet,
        ["finishing"] = Finishes,
        ["looking back"] = LooksBack,
        ["a story that both wrote"] = Write,
    };

    public static TheoryData<string, string> Situations
    {
        get
        {
            var situations = new TheoryData<string, string>();
            foreach (var middle in Middles.Keys)
            {
                situations.Add(middle, "Ben");
                situations.Add(middle, "Ana");
            }

            return situations;
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task After_the_notice_no_row_names_them_but_the_mark_that_they_were_erased(string middle, string name)
    {
        var rows = new MemoryRowStore();
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
        var scene = new Scene(town);
        await Middles[middle](scene);
        var (leaver, other) = name == "Ben" ? (scene.Ben, scene.Ana) : (scene.Ana, scene.Ben);

        await Forget(town, leaver);

        await town.Later(Duration.FromMinutes(5));
        Assert.Equal([], Own(rows, leaver).Where(key => !IsPassing(key)));
        other.DoesNotSee("forgotten");
        await scene.Stage.Days(8);
        await scene.Stage.Days(8);
        await scene.Stage.Days(8);
        Assert.Equal([], Naming(rows, leaver));
        await other.Says("my data");
        other.Sees("What I keep of yours").DoesNotShow(leaver.Name);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Data_put_back_from_before_does_not_bring_them_back_once_the_list_of_the_erased_is_gone_through(string middle, string name)
    {
        var rows = new MemoryRowStore();
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(_ => rows));
        var scene = new Scene(town);
        await Middles[middle](scene);
        var leaver = name == "Ben" ? scene.Ben : scene.Ana;
        var backup = rows.All;
        await Forget(town, leaver);
        await town.Later(Duration.FromMinutes(5));
        var list = rows.All.Where(each => each.Row.Properties.ContainsKey("erasedAt")).Select(each => ErasedOwner.FromLine($"{each.Row.Properties["erasedAt"]} {each.Partition.Key}")!).ToList();

        rows = MemoryRowStore.With(backup);
        await town.RestartBot();
        var again = ((RehearsedBot)town.Bot).Services.GetRequiredService<ForgetAgain>();
        Assert.True(await again.Run(Assert.Single(list), default));
        await town.Settles();
        await town.Later(Duration.FromMinutes(5));

        Assert.Equal([], Own(rows, leaver).Where(key => !IsPassing(key)));
        Assert.False(await again.Run(Assert.Single(list), default));
        await scene.Stage.Days(8);
        await scene.Stage.Days(8);
        await scene.Stage.Days(8);
        Assert.Equal([], Naming(rows, leaver));
    }

    [Fact]
    public async Task Twice_is_once_and_whoever_writes_again_begins_afresh()
    {
        var rows = new MemoryRowStore();
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
        var scene = new Scene(town);
        await Talks(scene);

        var sure = await Sure(scene.Ben);
        var again = await Sure(scene.Ben);
        await sure.Submit("Forget me");
        await scene.Stage.Then(again.Submit("Forget me"));
        await Writes(scene, scene.Ben, 7);
        await Forget(town, scene.Ben);
        await Writes(scene, scene.Ben, 8);
        await scene.Stage.Days(24);

        await scene.Ben.Says("my data");
        scene.Ben.Sees("What I keep of yours").Shows("For you alone: one moment").DoesNotShow(scene.Ana.Name);
    }

    [Fact]
    public async Task Taking_the_bot_away_and_putting_it_back_brings_nobody_back_who_was_forgotten()
    {
        var rows = new MemoryRowStore();
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
        var scene = new Scene(town);
        await Talks(scene);
        await Forget(town, scene.Ben);
        var shown = scene.Ben.Chat.Count;

        await scene.Ben.Uninstalls();
        await scene.Ben.Installs();
        await scene.Stage.Days(24);

        Assert.Equal(shown, scene.Ben.Chat.Count);
        Assert.Equal([], Naming(rows, scene.Ben));
    }

    private static async Task Forget(Town town, Resident person)
    {
        await (await Sure(person)).Submit("Forget me");
        await town.Settles();
    }

    private static async Task<SeenForm> Sure(Resident person)
    {
        await person.Says("forget me");
        return (await (await person.Sees("Before anything is erased").Opens("Forget me")).Submit("Go on")).Form;
    }

    private static async Task KeepsTheForm(Scene scene)
    {
        await scene.Open();
        await scene.Stage.Then((await Staging.AskForm(scene.Ben)).Fill(Staging.HelpWanted, "Someone to think with").Submit("Keep this for later"));
    }

    private static async Task OffersOnly(Scene scene)
    {
        await scene.Stage.Install(scene.Noor, scene.Ana, scene.Ben);
        foreach (var person in new[] { scene.Ana, scene.Ben })
        {
            await person.Says("offer");
            var form = await person.Sees("Before you write anything").Opens("Open the form");
            form.Fill(Staging.HelpOffered, "Someone to think with").Fill(Staging.ThemesOffered, Theme).Fill("How many people at a time?", "One").Fill("Your own wish, and time for it", true);
            await scene.Stage.Then(form.Submit("Offer this"));
            await scene.Stage.Then(person.Sees("One conversation to try it out").Press("I have mentored before"));
        }
    }

    private static async Task Waits(Scene scene)
    {
        await scene.Open();
        await scene.Stage.Asks(scene.Ben, Theme);
    }

    private static async Task Chooses(Scene scene)
    {
        await Waits(scene);
        await scene.Stage.Sends(scene.Ben);
    }

    private static async Task IsAsked(Scene scene)
    {
        await Chooses(scene);
        await scene.Stage.Chooses(scene.Ben, scene.Ana);
    }

    /// <summary>What follows from the yes has not happened yet.</summary>
    private static async Task Accepts(Scene scene)
    {
        await IsAsked(scene);
        await Staging.SaysYes(scene.Ana.Sees($"{scene.Ben.Name} would like to talk with you"));
    }

    private static async Task Talks(Scene scene)
    {
        await IsAsked(scene);
        await scene.Stage.SaysYes(scene.Ana, scene.Ben);
        await scene.Stage.TenMinutesBefore(scene.Ana.Sees("You meet on"));
        foreach (var (person, number) in new[] { (scene.Ben, 1), (scene.Ana, 3) })
        {
            await Notes(scene, person, forBoth: true, number);
            await Notes(scene, person, forBoth: false, number + 1);
            await Writes(scene, person, number + 4);
        }
    }

    private static async Task Keeps(Scene scene)
    {
        await Talks(scene);
        await scene.Stage.Then((await scene.Ben.Sees("of 4").Opens("More")).Fill("To another part", "Reflect").Submit("Go there"));
        await scene.Stage.Then(scene.Ben.Sees("Reflect · 4 of 4").Press("We're done"));
        await scene.Stage.Days(1);
    }

    private static async Task IsQuiet(Scene scene)
    {
        await Talks(scene);
        await scene.Ben.Says("where am i");
        var form = (await (await scene.Ben.Sees("Where you are").Opens("More")).Submit("Pause")).Form;
        await scene.Stage.Then(form.Submit("Pause"));
    }

    private static async Task Finishes(Scene scene)
    {
        await Talks(scene);
        await scene.Ben.Says("where am i");
        var form = (await (await scene.Ben.Sees("Where you are").Opens("More")).Submit("Finish")).Form;
        await scene.Stage.Then(form.Submit("Finish now"));
    }

    private static async Task LooksBack(Scene scene)
    {
        await Finishes(scene);
        foreach (var (person, number) in new[] { (scene.Ben, 11), (scene.Ana, 12) })
            await scene.Stage.Then((await person.Sees("Finished").Opens("Look back")).Fill("When you joined, what were you hoping to gain?", $"{Words} {number}").Submit("Send"));
    }

    private static async Task Write(Scene scene)
    {
        await Finishes(scene);
        foreach (var (person, number) in new[] { (scene.Ben, 13), (scene.Ana, 14) })
            await scene.Stage.Then((await person.Sees("Finished").Opens("Write our story")).Fill("What stays with you", $"{Words} {number}").Submit("Ready to exchange"));
    }

    private static async Task Notes(Scene scene, Resident person, bool forBoth, int number)
    {
        var form = await person.Sees("of 4").Opens("Note something");
        if (!forBoth)
            form = (await form.Submit("For me alone")).Form;
        await scene.Stage.Then(form.Fill("Your note", $"{Words} {number}").Submit("Save"));
    }

    private static async Task Writes(Scene scene, Resident person, int number)
    {
        await person.Says("log");
        var form = await person.Sees("A moment worth keeping").Opens("Write it down");
        await scene.Stage.Then(form.Fill("What was it?", $"{Words} {number}").Submit("Keep"));
    }

    private static IEnumerable<string> Own(MemoryRowStore rows, Resident person) => rows.All
        .Where(each => each.Partition.Table == Table.People && PartitionOf.Home(each.Partition) == person.Person.Id)
        .Select(each => each.Row.Key);

    /// <summary>What others are still to be brought up to date with; and where cards are until then, and that it is to be looked after once more.</summary>
    private static bool IsPassing(string key) => key.Split('-')[0] is "card" or "outbox" or "member" or "sending";

    private static IEnumerable<string> Naming(MemoryRowStore rows, Resident person) =>
        from each in rows.All
        where each.Partition.Table is not (Table.Keys or Table.Due)
        let text = $"{each.Partition}/{each.Row.Key}: {string.Join(' ', each.Row.Properties.Select(property => $"{property.Key}={Text(property.Value)}"))}"
        where text.Contains(person.Person.Id, StringComparison.Ordinal)
        select text;

    private static string Text(object value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private sealed class Scene(Town town)
    {
        public Staging Stage { get; } = new(town);

        public Resident Ana { get; } = town.Person("Ana");

        public Resident Ben { get; } = town.Person("Ben");

        public Resident Noor { get; } = town.Person("Noor");

        public async Task Open()
        {
            await Stage.Install(Noor, Ana, Ben);
            await Stage.BecomesMentor(Ana, Theme);
        }
    }
}
