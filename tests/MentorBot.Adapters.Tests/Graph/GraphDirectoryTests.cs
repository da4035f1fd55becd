using System.Text.Json.Nodes;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Testing.Graph;
using NodaTime;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>What the directory makes of what Graph answers, how often it asks, and what happens when it cannot.</summary>
public sealed class GraphDirectoryTests : IAsyncLifetime
{
    private static readonly PersonId Ana = new("ana");

    private GraphRoom room = null!;

    public async Task InitializeAsync()
    {
        room = await GraphRoom.Open();
        room.Graph.Add(new LocalUser("boss") { DisplayName = "Bo Boss" });
        room.Graph.Add(new LocalUser("ana") { DisplayName = "Ana Lima", Manager = "boss", PreferredLanguage = "pt-BR" });
    }

    public async Task DisposeAsync() => await room.DisposeAsync();

    [Fact]
    public async Task Guests_and_closed_accounts_work_here_no_more()
    {
        room.Graph.Add(new LocalUser("guest") { DisplayName = "Ana Guest", UserType = "Guest" });
        room.Graph.Add(new LocalUser("left") { DisplayName = "Ana Left", AccountEnabled = false });
        var directory = room.Directory();

        Assert.Null(await directory.Find(new("guest"), default));
        Assert.Null(await directory.Find(new("left"), default));
        Assert.Null(await directory.FindByMail("left@example.com", default));
        Assert.Equal(["Ana Lima"], (await directory.Search("ana", 5, default)).Select(person => person.Name));
    }

    [Fact]
    public async Task Who_has_no_mail_has_the_address_they_sign_in_with()
    {
        room.Graph.Users["ana"].Mail = null;

        Assert.Equal("ana@example.onmicrosoft.com", (await room.Directory().Find(Ana, default))?.Mail);
        Assert.Equal(Ana, (await room.Directory().FindByMail("ana@example.onmicrosoft.com", default))?.Id);
    }

    [Fact]
    public async Task Without_a_mailbox_zone_hours_and_language_are_the_usual_ones()
    {
        (room.Graph.Users["ana"].Mailbox, room.Graph.Users["ana"].PreferredLanguage) = (null, null);

        var ana = await room.Directory().Find(Ana, default);

        Assert.Equal((DateTimeZone.Utc, new WorkingHours(new(9, 0), new(17, 0)), "en"), (ana!.Zone, ana.Hours, Assert.Single(ana.Languages)));
    }

    [Fact]
    public async Task Without_leave_for_settings_everybody_is_known_all_the_same_and_the_log_says_what_to_grant()
    {
        room.Graph.Granted.Remove("MailboxSettings.Read");

        Assert.Equal(["pt-BR"], (await room.Directory().Find(Ana, default))!.Languages.AsEnumerable());
        Assert.Contains("MailboxSettings.Read", Assert.Single(room.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_UTC_and_said()
    {
        room.Graph.Users["ana"].Mailbox = new()
        {
            ["timeZone"] = "tzone://Microsoft/Custom",
            ["workingHours"] = LocalUser.Hours(
                new(8, 30), new(16, 0), new JsonObject { ["@odata.type"] = "#microsoft.graph.customTimeZone", ["name"] = "Customized Time Zone" }),
        };

        var ana = await room.Directory().Find(Ana, default);

        Assert.Equal((DateTimeZone.Utc, new WorkingHours(new(8, 30), new(16, 0))), (ana!.Zone, ana.Hours));
        Assert.Contains("ana", Assert.Single(room.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_made_by_hand_is_as_far_from_UTC_as_the_working_hours_say()
    {
        room.Graph.Users["ana"].Mailbox = new()
        {
            ["timeZone"] = "tzone://Microsoft/Custom",
            ["workingHours"] = LocalUser.Hours(
                new(8, 30), new(16, 0), new JsonObject { ["@odata.type"] = "#microsoft.graph.customTimeZone", ["name"] = "Customized Time Zone", ["bias"] = -330 }),
        };

        Assert.Equal("UTC+05:30", (await room.Directory().Find(Ana, default))?.Zone.Id);
    }

    [Fact]
    public async Task A_circle_of_managers_ends()
    {
        room.Graph.Add(new LocalUser("a") { Manager = "b" });
        room.Graph.Add(new LocalUser("b") { Manager = "c" });
        room.Graph.Add(new LocalUser("c") { Manager = "b" });

        Assert.Equal([new PersonId("b"), new("c")], (await room.Directory().LineAbove(new("a"), default)).AsEnumerable());
        Assert.Equal([new PersonId("c")], (await room.Directory().LineAbove(new("b"), default)).AsEnumerable());
    }

    [Fact]
    public async Task A_very_long_line_ends()
    {
        for (var at = 0; at < 50; at++)
            room.Graph.Add(new LocalUser($"m{at}") { Manager = $"m{at + 1}" });
        room.Graph.Add(new LocalUser("m50"));

        Assert.Equal(Adapters.Graph.GraphDirectory.LongestLine, (await room.Directory().LineAbove(new("m0"), default)).Length);
    }

    [Fact]
    public async Task What_was_asked_is_good_for_a_quarter_of_an_hour_and_that_nobody_is_there_for_five_minutes()
    {
        var directory = room.Directory();
        await directory.Find(Ana, default);
        await directory.Find(new("nobody"), default);
        var asked = room.Graph.Asked.Count;

        await directory.Find(Ana, default);
        await directory.LineAbove(Ana, default);
        await directory.Find(new("nobody"), default);
        Assert.Equal(asked + 1, room.Graph.Asked.Count); // Whom the manager reports to was not asked before.

        room.Graph.Add(new LocalUser("nobody"));
        room.Graph.Users["ana"].DisplayName = "Ana Lima Costa";
        room.Clock.Advance(Duration.FromMinutes(5));
        Assert.NotNull(await directory.Find(new("nobody"), default));
        Assert.Equal("Ana Lima", (await directory.Find(Ana, default))?.Name);
        room.Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal("Ana Lima Costa", (await directory.Find(Ana, default))?.Name);
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_one_question()
    {
        var directory = room.Directory();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => directory.Find(Ana, default))));

        Assert.Single(room.Graph.Asked, question => question.Path == "/users/ana");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(400)]
    public async Task An_outage_is_never_nobody_and_is_not_remembered(int status)
    {
        var directory = room.Directory();
        room.Graph.Fault = _ => new GraphFault.Answers(status, "Planted");

        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => directory.Find(Ana, default));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => directory.FindByMail("ana@example.com", default));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => directory.Search("ana", 5, default));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => directory.LineAbove(Ana, default));

        room.Graph.Fault = _ => null;
        Assert.NotNull(await directory.Find(Ana, default));
        Assert.Single(await directory.LineAbove(Ana, default));
    }

    [Fact]
    public async Task Somebody_whose_manager_could_not_be_asked_for_is_not_taken_for_the_top()
    {
        room.Graph.Fault = question => question.Path.EndsWith("/manager", StringComparison.Ordinal) ? new GraphFault.Answers(500, "Planted") : null;

        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => room.Directory().Find(Ana, default));
    }

    [Fact]
    public async Task Without_leave_the_log_says_what_to_grant()
    {
        room.Graph.Granted.Remove("User.Read.All");
        var directory = room.Directory();

        for (var time = 0; time < 3; time++)
            await Assert.ThrowsAsync<DirectoryUnavailableException>(() => directory.Find(Ana, default));
        Assert.Contains("User.Read.All", Assert.Single(room.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_goes_on_to_the_next_page_until_there_are_enough()
    {
        room.Graph.PageSize = 2;
        for (var at = 0; at < 6; at++)
            room.Graph.Add(new LocalUser($"k{at}") { DisplayName = $"Kim {at}" });

        Assert.Equal(5, (await room.Directory().Search("kim", 5, default)).Length);
    }

    [Fact]
    public async Task Who_no_longer_waits_spoils_it_for_nobody()
    {
        var directory = room.Directory();
        using var patience = new CancellationTokenSource();
        using var reached = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        room.Graph.Fault = _ =>
        {
            room.Graph.Fault = _ => null;
            reached.Release();
            goOn.Wait();
            return null;
        };

        var impatient = directory.Find(Ana, patience.Token);
        await reached.WaitAsync();
        var patient = directory.Find(Ana, default);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        goOn.Release();

        Assert.NotNull(await patient);
        Assert.Single(room.Graph.Asked, question => question.Path == "/users/ana");
    }
}
