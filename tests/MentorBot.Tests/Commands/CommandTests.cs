using System.IO.Compression;

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
    [InlineData("  validDomains[0]: ", "--app-id", "11111111-2222-3333-4444-555555555555", "--domain", "https://mentoring.example.org/", "--out", "app.zip")]
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
