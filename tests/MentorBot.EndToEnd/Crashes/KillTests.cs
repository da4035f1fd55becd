using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using MentorBot.Storage.Outbox;
using MentorBot.Testing.Towns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>
/// The bot in a process of its own, killed in the middle of its work. Another process goes on in its folder; what the dead one
/// had begun waits for its lease, so the last bot of each test has a clock that is far enough on.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const string About = "I was a pastry cook before this, and it shows.";

    private static readonly BotSettings Settings = TestTown.Settings();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("killed-");
    private StartBot start = ChildBot.Starting;

    [Fact]
    public async Task Offer_sent_just_before_the_kill_is_there_and_its_notices_go_out()
    {
        await using var town = await StartTown();
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await Offers(town, ana, noor);
        ((ChildBot)town.Bot).Kill();

        await ana.Says("where am I");
        ana.Sees("Try-out");
        var before = await GoesOnLater(town);
        ana.Sees("Noor de Boer, who looks after mentoring here");
        noor.Sees("A try-out with Ana Lima?");
        AssertDoublesAreCounted(town, before, "One conversation to try it out", "A try-out with Ana Lima?");
        var offer = await Service<IOffers>(town).Find(new PersonId(ana.Person.Id), CancellationToken.None);
        Assert.Equal(About, offer!.Form.About!.Reveal());
        await Ends(town);
    }

    [Fact]
    public async Task Kill_while_twenty_people_install_at_once_loses_nobody()
    {
        await using var town = await StartTown();
        var twenty = town.Residents.Where(each => each.Person.Id is not ("noor.deboer" or "sam.whitaker")).Take(20).ToList();

        var installing = twenty.Select(each => each.Installs(repeats: 0)).ToList();
        while (town.Sends == 0 && !Task.WhenAll(installing).IsCompleted)
            await Task.Delay(1);
        ((ChildBot)town.Bot).Kill();
        await Task.WhenAll(installing);
        await town.Person(twenty[0].Name).Says("where am I");

        await GoesOnLater(town);
        Assert.All(twenty, each => each.Sees("Hello, I arrange conversations"));
        foreach (var each in twenty)
            Assert.True((await Service<IProfiles>(town).Find(new PersonId(each.Person.Id), CancellationToken.None))!.Welcomed);
        await Ends(town);
    }

    [Fact]
    public async Task Confirmation_just_before_the_kill_counts_and_the_mentor_hears_of_it()
    {
        await using var town = await StartTown();
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await Offers(town, ana, noor);
        await town.Settles();
        await ana.Sees("Noor de Boer, who looks after mentoring here").Press("We have talked");
        await town.Settles();
        (await noor.Sees("Ana Lima offers to mentor").Press("Confirm")).Shows("Confirmed. Ana Lima is open to one person from today.");
        ((ChildBot)town.Bot).Kill();

        await noor.Says("desk");
        var before = await GoesOnLater(town);
        ana.Sees("You are open to one person").Shows("From now on someone may choose you");
        AssertDoublesAreCounted(town, before, "You are open to one person");
        var mentor = Assert.Single(await Service<IMentors>(town).All(CancellationToken.None));
        Assert.Equal(MentorStanding.Open, mentor.Standing);
        (await ana.Sees("From now on someone may choose you").Opens("See my offer")).Shows(About).Close();
        await Ends(town);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Offers(Town town, Resident ana, Resident noor)
    {
        await noor.Installs();
        await ana.Installs();
        await town.Settles();
        await ana.Sees("Hello, I arrange conversations").Press("I'd like to mentor");
        var form = await ana.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What could you be for someone? Choose any.", "Someone who listens").Fill("A few words about you", About);
        await form.Submit("Offer this");
    }

    private Task<Town> StartTown() => Town.Start(
        (town, token) => start(town, token),
        SampleTown.People(Settings.Directory),
        SampleTown.Options(Settings) with { DataFolder = folder.FullName, Start = SystemClock.Instance.GetCurrentInstant() });

    /// <summary>Ends the process in good order, and lets a bot go on whose clock is past all that the dead one had begun.</summary>
    private async Task<long> GoesOnLater(Town town)
    {
        start = RehearsedBot.Starting(Settings);
        await town.RestartBot();
        await town.Later(Postman.Lease + Duration.FromMinutes(10));
        return Service<DeliveryCounts>(town).Doubts;
    }

    private static T Service<T>(Town town)
        where T : notnull => ((RehearsedBot)town.Bot).Services.GetRequiredService<T>();

    private static void AssertDoublesAreCounted(Town town, long doubts, params string[] once)
    {
        var cards = town.Residents.SelectMany(each => each.Chat).Where(entry => entry.Card is not null).Select(entry => entry.Card!.ToString()).ToList();
        var doubles = once.Sum(text => Math.Max(0, cards.Count(card => card.Contains($"\"{text}\"", StringComparison.Ordinal)) - 1));
        Assert.True(doubles <= doubts, $"{doubles} came twice, and {doubts} were counted.");
    }

    private async Task Ends(Town town)
    {
        await town.Settles();
        await town.Bot.DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, AdapterServices.Rows)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "SELECT count(*) FROM rows WHERE CAST(key AS TEXT) LIKE 'outbox-%' OR CAST(key AS TEXT) LIKE 'sending-%'";
        Assert.Equal(0L, command.ExecuteScalar());
    }
}
