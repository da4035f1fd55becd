using MentorBot.Adapters.Embedded;

namespace MentorBot.Tests.Commands;

/// <summary>A roster from a file, by whoever runs the bot.</summary>
public sealed class RosterCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("roster-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_shown_first_and_taken_over_when_asked_to()
    {
        await Write("person;group;mentor\r\nana.lima;Newcomers;yes\r\nben.carter;;\r\n");

        var shown = await BotProcess.Run(folder.FullName, "", "roster", "people.csv");
        Assert.Equal((0, ""), (shown.ExitCode, shown.Errors));
        Assert.Contains("New: 2.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("One person is asked whether they would like to mentor: Ana Lima.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed.", shown.Output, StringComparison.Ordinal);

        var taken = await BotProcess.Run(folder.FullName, "", "roster", "people.csv", "--apply", "--Programme:Organisation", "Contoso");
        Assert.Contains("It is taken over.", taken.Output, StringComparison.Ordinal);
        Assert.Contains("New: 0.", (await BotProcess.Run(folder.FullName, "", "roster", "people.csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_line_and_nothing_is_taken_over()
    {
        await Write("person,group\nana.lima,=SUM(1)\nnobody.here,\n");

        var refused = await BotProcess.Run(folder.FullName, "", "roster", "people.csv", "--apply");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Line 2: “=SUM(1)” cannot be a group.", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Line 3: The directory knows nobody as “nobody.here”.", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_none_at_all_are_said_plainly()
    {
        Assert.Contains("cannot be read", (await BotProcess.Run(folder.FullName, "", "roster", "none.csv")).Errors, StringComparison.Ordinal);
        Assert.Contains("Name the file", (await BotProcess.Run(folder.FullName, "", "roster", "--apply")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_bot_runs_on_the_folder_it_says_how_to_go_on()
    {
        await Write("person\nana.lima\n");
        await BotProcess.Run(folder.FullName, "", "roster", "people.csv");
        await using var store = SqliteRowStore.Open(Path.Combine(folder.FullName, ".mentorbot", "rows.db"));

        var refused = await BotProcess.Run(folder.FullName, "", "roster", "people.csv", "--apply");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Another MentorBot is using this folder", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("stop the bot, type this again, and start it", refused.Errors, StringComparison.Ordinal);
    }

    private Task Write(string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "people.csv"), text, new System.Text.UTF8Encoding(true));
}
