using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using MentorBot.Adapters.Embedded;
using MentorBot.Testing.Sealing;
using MentorBot.Tests.Hosting;

namespace MentorBot.Tests.Commands;

/// <summary>The commands, each as a process of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("commands-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_rehearsal_plays_the_story_and_shows_that_nothing_typed_lies_on_disk()
    {
        var rehearsal = await BotProcess.Run(folder.FullName, "", "rehearse");

        Assert.Equal("", rehearsal.Errors);
        Assert.Equal(0, rehearsal.ExitCode);
        Assert.Matches("None of the [1-9][0-9]* texts typed is in any file in any encoding", rehearsal.Output);
        Assert.Contains("Rows that stay, by table and kind:", rehearsal.Output, StringComparison.Ordinal);
        foreach (var table in new[] { "People", "Matching", "Keys", "Due" })
            Assert.Matches($@"(?m)^  {table} +\S+ \d+", rehearsal.Output);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Somebody_plays_a_person_line_by_line()
    {
        var played = await BotProcess.Run(folder.FullName, "where am i\nlater 3d\nas Jun Park\nhello\nquit\n", "rehearse", "--as", "Ana");

        Assert.Equal("", played.Errors);
        Assert.Equal(0, played.ExitCode);
        Assert.Contains("You are Ana Lima.", played.Output, StringComparison.Ordinal);
        Assert.Contains("Hello, I arrange conversations", played.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is going on, and nothing is expected of you.", played.Output, StringComparison.Ordinal);
        Assert.Contains("Jun Park> ", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_nobody_knows_nobody_plays()
    {
        var played = await BotProcess.Run(folder.FullName, "", "rehearse", "--as", "Nobody");

        Assert.Equal(1, played.ExitCode);
        Assert.Contains("Nobody here is called “Nobody”", played.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1. ")]
    [InlineData("1. ", "--storage", "azurite")]
    [InlineData("You are Ana Lima.", "--as", "Ana")]
    public async Task The_first_Ctrl_C_ends_a_rehearsal_which_leaves_nothing_behind(string last, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;

        var interrupted = await BotProcess.RunUntil(last, folder.FullName, ["rehearse", .. arguments]);

        Assert.Equal((130, ""), (interrupted.ExitCode, interrupted.Errors));
        Assert.DoesNotContain("stories happened", interrupted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("did not happen", interrupted.Output, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task An_unknown_command_is_named_with_those_that_there_are()
    {
        var unknown = await BotProcess.Run(folder.FullName, "", "dance");

        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("does not know the command \"dance\"", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", unknown.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--HELP")]
    [InlineData("doctor", "-h")]
    [InlineData("Help")]
    public async Task Help_is_given_however_it_is_asked_for(params string[] typed)
    {
        var helped = await BotProcess.Run(folder.FullName, "", typed);

        Assert.Equal((0, ""), (helped.ExitCode, helped.Errors));
        Assert.Contains("MentorBot doctor ", helped.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Version")]
    [InlineData("doctor", "--version")]
    public async Task It_says_which_version_it_is(params string[] typed)
    {
        var version = await BotProcess.Run(folder.FullName, "", typed);

        Assert.Equal((0, ""), (version.ExitCode, version.Errors));
        Assert.Matches(@"^MentorBot \d+\.\d+\.\d+\S*\s*$", version.Output);
    }

    [Fact]
    public async Task An_option_that_there_is_not_starts_nothing()
    {
        var refused = await BotProcess.Run(folder.FullName, "", "--foo");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Equal("MentorBot does not know the option \"--foo\". --help tells of the options, docs/operating.md of the settings.", refused.Errors.Trim());
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task What_the_file_misspells_is_said_with_the_rest()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mentorbot.json"), """{ "Tenat": "x", "Programme": { "ErasureDays": "soon" } }""");

        var refused = await BotProcess.Run(folder.FullName, "");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("2 settings need a look", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  Tenat: there is no such setting. Did you mean Tenant?", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  Programme:ErasureDays: must be a whole number", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_wrong_stop_the_start_all_at_once_and_leave_nothing_behind()
    {
        var refused = await BotProcess.Run(folder.FullName, "", "--Urls", "http://0.0.0.0:3978", "--Tenant=", "--MicrosoftAppPassword=some");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("3 settings need a look", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  Urls: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  Tenant: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  MicrosoftAppPassword: ", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_master_key_that_is_not_the_datas_is_said_before_people_come()
    {
        var data = Path.Combine(folder.FullName, ".mentorbot");
        Directory.CreateDirectory(data);
        await using (var store = SqliteRowStore.Open(Path.Combine(data, "rows.db")))
            await SomethingSealed.In(store, Path.Combine(data, "master.key"));
        File.Delete(Path.Combine(data, "master.key"));
        KeyFiles.At(Path.Combine(data, "master.key")).Dispose();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        // It does not start, so that it ends by itself.
        var said = await BotProcess.Run(folder.FullName, "", "--urls", $"http://{other.LocalEndpoint}");

        Assert.Contains("The master key does not open the data that is here.", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Where_something_listens_already_the_address_is_named_in_one_line(string host)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{host}:{((IPEndPoint)other.LocalEndpoint).Port}";

        var refused = await BotProcess.Run(folder.FullName, "", "--urls", address);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Equal(
            $"MentorBot cannot start: something on this machine listens on {address} already. Stop it, if it is another MentorBot; or name another address with --urls or ASPNETCORE_URLS.",
            refused.Errors.Trim());
    }

    [Fact]
    public async Task With_a_bot_app_id_what_is_still_a_sample_is_told_and_an_address_that_is_not_this_machines_in_one_line()
    {
        var refused = await BotProcess.Run(
            folder.FullName, "", "--urls=http://192.0.2.1:3978", "--MicrosoftAppType=UserAssignedMSI", $"--MicrosoftAppId={Guid.NewGuid()}", $"--Tenant={Guid.NewGuid()}", "--PublicAddress=https://mentoring.example.org", "--Programme:Contact=Ben Carter");

        Assert.Equal(2, refused.ExitCode);
        Assert.Matches(@"^\S+ warn: MentorBot\[\d+\] Still those of the sample organisation, .*: Directory:People, Programme:Organisation, Programme:Contacts, Programme:Safeguarding\..*\s$", refused.Output);
        Assert.StartsWith("MentorBot cannot start: it may not listen on http://192.0.2.1:3978 (", Assert.Single(refused.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_for_Teams_is_written_where_it_was_asked_for()
    {
        var packed = await BotProcess.Run(
            folder.FullName, "", "pack", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain=mentoring.example.org", "--out", "app.zip", "--version", "2.0.1");

        Assert.Equal("", packed.Errors);
        Assert.Equal(0, packed.ExitCode);
        Assert.Contains("app.zip is ready: MentorBot 2.0.1 for https://mentoring.example.org", packed.Output, StringComparison.Ordinal);
        Assert.Equal(["app.zip"], folder.GetFileSystemInfos().Select(file => file.Name));
        using var zip = ZipFile.OpenRead(Path.Combine(folder.FullName, "app.zip"));
        Assert.NotNull(zip.GetEntry("manifest.json"));
    }

    [Theory]
    [InlineData("  validDomains[0]: --domain \"https://mentoring.example.org/\" is no public host name.", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain", "https://mentoring.example.org/", "--out", "app.zip")]
    [InlineData("  id: --app-id \"mentorbot\" is no app id.", "--app-id", "mentorbot", "--domain", "mentoring.example.org", "--out", "app.zip")]
    [InlineData("  version: --version \"1.0\" is no version.", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain", "mentoring.example.org", "--out", "app.zip", "--version", "1.0")]
    [InlineData("pack needs --domain.", "--app-id", "11111111-2222-3333-4444-555555555555", "--out", "app.zip")]
    [InlineData("does not understand \"--name MentorBot\"", "--name", "MentorBot")]
    [InlineData("does not understand \"--out\"", "--app-id=11111111-2222-3333-4444-555555555555", "--out")]
    [InlineData("ends in .zip", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain", "mentoring.example.org", "--out", "app")]
    [InlineData("cannot be written", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain", "mentoring.example.org", "--out", "nowhere/app.zip")]
    public async Task A_package_that_Teams_would_refuse_is_not_written(string said, params string[] arguments)
    {
        var refused = await BotProcess.Run(folder.FullName, "", ["pack", .. arguments]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("", refused.Output);
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }
}
