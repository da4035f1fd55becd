using System.Text.RegularExpressions;
using MentorBot.Domain.Directory;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Services;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd.Services;

/// <summary>
/// The same bot, by configuration alone, on everything that it uses in a tenant: signed activities and tokens, tables, queue, key
/// vault, directory and calendars. What people see is the same as on one machine alone.
/// </summary>
/// <remarks>
/// Two stories are left out. <see cref="TimesStory"/> fills and closes calendars as files in the bot's folder; what it tries is in the
/// contract of calendars, which those in Graph keep as well. <see cref="CohortStory"/> takes as long as five others and asks services
/// for nothing that those do not ask for; it could not be compared either, for chance decides in it. A rehearsal on Azurite plays both.
/// </remarks>
public sealed partial class AllServicesTests : IAsyncLifetime
{
    /// <summary>Of the transcript, where the time stands.</summary>
    private const int Margin = 18;

    /// <summary>
    /// No two tellings of these are the same, not even on one machine: in the first two it is chance who comes first, by a press or in a
    /// list, and so what follows; the last shows all that is kept of somebody, with the ids that services gave.
    /// </summary>
    private static readonly string[] NeverTheSame = [LastPlaceStory.Title, AnsweringStory.Title, MyDataStory.Title];

    private static readonly string[] LeftOut = [TimesStory.Title, CohortStory.Title];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("all-services-");
    private LocalIssuer issuer = null!;
    private AzuriteServer azurite = null!;

    /// <summary>The people of the sample, as far as Microsoft Graph can tell it.</summary>
    private string People => Path.Combine(folder.FullName, "people.csv");

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.Start();
        azurite = await AzuriteServer.Start(Path.Combine(folder.FullName, "azurite"), (TestCertificate.Shared.CertificateFile, TestCertificate.Shared.KeyFile));
        await File.WriteAllLinesAsync(People, TestTown.Settings().Directory.People.Select(AsInGraph).Prepend("id,name,mail,title,department,manager,worksWith,timeZone,workingHours,languages"));
    }

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        await issuer.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>One storage account for all, with tables and a queue for each; once it is closed, its files are complete.</summary>
    [Fact]
    public async Task Every_story_reads_the_same_as_on_one_machine_and_leaves_no_words_in_storage()
    {
        var tellings = new List<Telling>();
        var typed = new List<Canaries>();
        foreach (var (number, (title, story)) in AllStories.InOrder.Index().Where(one => !LeftOut.Contains(one.Item.Title)))
        {
            var there = await InTheTenant($"story{number}", story, typed);
            if (NeverTheSame.Contains(title))
                continue;
            await using var town = await TestTown.Start(otherwise: $"Directory:People={People}");
            tellings.Add(new(title, await Told(town, story), there));
        }

        Assert.All(tellings, telling => Assert.Equal(telling.Alone, telling.InTheTenant));
        await azurite.DisposeAsync();
        var onDisk = typed.Select(words => FolderReport.Of(azurite.Folder, words)).ToList();
        Assert.All(onDisk, report => Assert.True(report.IsClean, report.ToString()));
        Assert.True(onDisk.Sum(report => report.TextsTyped) > 50);
        Assert.True(onDisk[0].Files.Sum(file => file.Size) > 100_000);
    }

    /// <summary>Microsoft Graph knows two languages of a person, and not with whom they work.</summary>
    private static string AsInGraph(Person person) => string.Join(',', new[]
    {
        person.Id.Value, person.Name, person.Mail, person.Title, person.Department, person.Manager?.Value ?? "", "", person.Zone.Id,
        $"{person.Hours.Start:HH':'mm}-{person.Hours.End:HH':'mm}", string.Join(';', person.Languages.Take(2)),
    }.Select(field => $"\"{field}\""));

    /// <summary>Every line of what each did and saw. Whose message went out first is chance, and so is who stands first of several who came at the same moment.</summary>
    private static async Task<string> Told(Town town, Func<Town, Story> story)
    {
        await story(town).Happens(town);
        return string.Concat(Step().Split(town.Transcript.ToString())
            .GroupBy(step => town.Residents.FirstOrDefault(each => step.Length > Margin && step[Margin..].StartsWith(each.Name, StringComparison.Ordinal))?.Name ?? "")
            .OrderBy(told => told.Key, StringComparer.Ordinal)
            .SelectMany(told => told.SelectMany(step => step.Split('\n')).Order(StringComparer.Ordinal).Prepend(told.Key))
            .Select(line => line + '\n'));
    }

    [GeneratedRegex(@"^(?=\w{3} \d+ \w{3} \d\d:\d\d)", RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>With mailboxes and a key of its own; on this machine it leaves nothing.</summary>
    private async Task<string> InTheTenant(string prefix, Func<Town, Story> story, List<Canaries> typed)
    {
        await using var vault = await LocalVault.Start();
        await using var graph = await LocalGraph.Start();
        vault.LetsIn = authorization => issuer.Gave(authorization, "https://localhost");
        graph.LetsIn = authorization => issuer.Gave(authorization, graph.Root.GetLeftPart(UriPartial.Authority));
        foreach (var person in TestTown.Settings($"Directory:People={People}").Directory.People)
            graph.Add(person);

        await using var town = await TestTown.Start(
            TownOptions.Usual with
            {
                PublicAddress = new("https://mentoring.example.org"),
                BotId = $"28:{LocalIssuer.AppId}",
                Signs = activity => $"Bearer {issuer.ForActivity((string?)activity["serviceUrl"])}",
                Admits = authorization => issuer.Gave(authorization, LocalIssuer.Issuer),
            },
            builder => LocalIssuer.Trust(builder.Services),
            [
                .. issuer.Settings(), "Storage:Kind=Azure", $"Storage:Prefix={prefix}", $"Storage:Tables={azurite.Tables}", $"Storage:Queues={azurite.Queues}",
                $"KeyVault:Key={vault.Key}", "Directory:Kind=Graph", "Calendars:Kind=Graph", $"Graph:Address={graph.Root}",
            ]);
        typed.Add(town.Canaries);
        var told = await Told(town, story);
        Assert.Empty(graph.Complaints);
        Assert.NotEmpty(graph.Asked);
        Assert.Empty(Directory.EnumerateFileSystemEntries(town.DataFolder));
        return told;
    }

    private sealed record Telling(string Title, string Alone, string InTheTenant)
    {
        public override string ToString() => Title;
    }
}
