using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd;

/// <summary>The organisation changes between a choice and its answer: what held when somebody was shown need not hold any more.</summary>
public sealed class DirectoryChangeTests : IDisposable
{
    private const string Theme = "Finding my way here";
    private const string NotAvailable = "Ana Lima isn't available for this; I say so in the same words whatever the cause.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mentor_who_has_become_ones_manager_cannot_say_yes()
    {
        await using var town = await StartTown();
        var (stage, ana, ben) = (new Staging(town), town.Person("Ana"), town.Person("Ben"));
        await BenIsShownAna(town, stage);
        await stage.Chooses(ben, ana);
        await Changes(town, Manages("ana.lima", "ben.carter"));

        await stage.Then(ana.Sees("Ben Carter would like to talk with you").Press("Yes, at this time"));

        ana.Sees("This has been settled");
        ana.DoesNotSee("Ben Carter");
        ben.DoesNotSee("said yes");
        await stage.Until(ben, IsoDayOfWeek.Tuesday, 10);
        ben.Sees("With Ana Lima it didn't come about.");
    }

    [Fact]
    public async Task Somebody_who_has_become_ones_manager_cannot_be_chosen_any_more()
    {
        await using var town = await StartTown();
        var (stage, ben) = (new Staging(town), town.Person("Ben"));
        await BenIsShownAna(town, stage);
        await Changes(town, Manages("ana.lima", "ben.carter"));

        (await stage.Then(ben.Sees("you could talk with").Press("Ask Ana"))).Shows(NotAvailable);

        town.Person("Ana").DoesNotSee("Ben Carter");
    }

    [Fact]
    public async Task The_manager_of_ones_manager_cannot_be_chosen_either()
    {
        await using var town = await StartTown();
        var (stage, ben) = (new Staging(town), town.Person("Ben"));
        await BenIsShownAna(town, stage);
        await Changes(town, Manages("ana.lima", "rafael.costa"));

        (await stage.Then(ben.Sees("you could talk with").Press("Ask Ana"))).Shows(NotAvailable);
    }

    [Fact]
    public async Task A_mentor_who_has_left_is_as_good_as_a_no_and_nothing_is_sent_to_them()
    {
        await using var town = await StartTown();
        var (stage, ana, ben) = (new Staging(town), town.Person("Ana"), town.Person("Ben"));
        await BenIsShownAna(town, stage);
        await stage.Chooses(ben, ana);
        await Changes(town, lines => lines.Where(line => !line.StartsWith("ana.lima,", StringComparison.Ordinal)).Select(line => line.Replace(",ana.lima,", ",,", StringComparison.Ordinal)));
        var before = ana.Chat.Count;

        await stage.Until(ben, IsoDayOfWeek.Friday, 19);
        await stage.Until(ben, IsoDayOfWeek.Monday, 10);

        ben.Sees("This one didn't come about");
        Assert.Equal(before, ana.Chat.Count);
        await ben.Says("where am I");
        ben.Sees("The last one didn't come about.");
    }

    private static Func<IEnumerable<string>, IEnumerable<string>> Manages(string manager, string person) => lines => lines.Select(line =>
    {
        var fields = line.Split(',');
        if (fields[0] != person)
            return line;

        // Titles may hold a comma, within quotation marks; the manager is the fifth field from the end.
        fields[^5] = manager;
        return string.Join(',', fields);
    });

    private static async Task BenIsShownAna(Town town, Staging stage)
    {
        await stage.Install(town.Person("Noor"), town.Person("Ana"), town.Person("Ben"));
        await stage.BecomesMentor(town.Person("Ana"), Theme);
        await stage.Asks(town.Person("Ben"), Theme);
        await stage.Sends(town.Person("Ben"));
    }

    private string People => Path.Combine(folder.FullName, "people.csv");

    private async Task<Town> StartTown()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv"), People);
        var settings = TestTown.Settings();
        return await Town.Start(
            (surroundings, token) => RehearsedBot.Starting(TestTown.Settings($"Directory:People={People}"))(surroundings, token),
            SampleTown.People(settings.Directory),
            SampleTown.Options(settings));
    }

    /// <summary>The file changes, and the bot reads it at its next start.</summary>
    private async Task Changes(Town town, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        await File.WriteAllLinesAsync(People, change(await File.ReadAllLinesAsync(People)).ToList());
        await town.RestartBot();
    }
}
