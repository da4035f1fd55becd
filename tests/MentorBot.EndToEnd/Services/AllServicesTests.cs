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
public sealed partial class AllServicesTests : IAsyncLifetime
{
    /// <summary>Of the transcript, where the time stands.</summary>
    private const int Margin = 18;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("all-services-");
    private LocalIssuer issuer = null!;
    private LocalVault vault = null!;
    private LocalGraph graph = null!;
    private AzuriteServer azurite = null!;
    private string people = "";

    public static TheoryData<string> Stories => [ShortestPathStory.Title, TwoConversationsStory.Title, KeepingStory.Title, CoordinatorStory.Title];

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.Start();
        vault = await LocalVault.Start();
        graph = await LocalGraph.Start();
        azurite = await AzuriteServer.Start(Path.Combine(folder.FullName, "azurite"), (TestCertificate.Shared.CertificateFile, TestCertificate.Shared.KeyFile));
        vault.LetsIn = authorization => issuer.Gave(authorization, "https://localhost");
        graph.LetsIn = authorization => issuer.Gave(authorization, graph.Root.GetLeftPart(UriPartial.Authority));
        people = Path.Combine(folder.FullName, "people.csv");
        await File.WriteAllLinesAsync(people, TestTown.Settings().Directory.People.Select(AsInGraph).Prepend("id,name,mail,title,department,manager,worksWith,timeZone,workingHours,languages"));
        foreach (var person in TestTown.Settings($"Directory:People={people}").Directory.People)
            graph.Add(person);
    }

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        await graph.DisposeAsync();
        await vault.DisposeAsync();
        await issuer.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_story_reads_the_same_as_on_one_machine(string title)
    {
        var story = AllStories.InOrder.Single(one => one.Title == title);
        string alone;
        await using (var town = await TestTown.Start(otherwise: $"Directory:People={people}"))
            alone = await Told(town, story.In);

        FolderReport onDisk;
        int typed;
        await using (var town = await InTheTenant())
        {
            Assert.Equal(alone, await Told(town, story.In));
            await azurite.DisposeAsync();
            typed = town.Canaries.Typed.Count;
            onDisk = FolderReport.Of(azurite.Folder, town.Canaries);
        }

        Assert.Empty(graph.Complaints);
        Assert.True(onDisk.IsClean, onDisk.ToString());
        Assert.True(onDisk.Files.Sum(file => file.Size) > 10_000);
        Assert.NotEmpty(graph.Asked);
        Assert.Equal(typed > 0, vault.Requests > 0);
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

    private Task<Town> InTheTenant() => TestTown.Start(
        TownOptions.Usual with
        {
            BotId = $"28:{LocalIssuer.AppId}",
            Signs = activity => $"Bearer {issuer.ForActivity((string?)activity["serviceUrl"])}",
            Admits = authorization => issuer.Gave(authorization, LocalIssuer.Issuer),
        },
        builder => LocalIssuer.Trust(builder.Services),
        [
            .. issuer.Settings(), "Storage:Kind=Azure", $"Storage:Tables={azurite.Tables}", $"Storage:Queues={azurite.Queues}", $"KeyVault:Key={vault.Key}",
            "Directory:Kind=Graph", "Calendars:Kind=Graph", $"Graph:Address={graph.Root}",
        ]);
}
