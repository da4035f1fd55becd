using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Sealing;

namespace MentorBot.Tests.Commands;

/// <summary>A backup of all rows, by whoever keeps the bot.</summary>
public sealed class RowsCommandTests : IDisposable
{
    private static readonly Partition Ana = new(Table.People, "sample-tenant|ana.lima");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rows-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_are_written_down_and_put_back_elsewhere()
    {
        await Fill(".mentorbot");

        var written = await BotProcess.Run(folder.FullName, "", "rows", "backup", "rows.jsonl");
        Assert.Equal((0, ""), (written.ExitCode, written.Errors));
        Assert.Contains("1 rows are in", written.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.FullName, "rows.jsonl")));

        string[] restore = ["rows", "restore", "rows.jsonl", "--Data:Folder", "elsewhere"];
        Assert.StartsWith("Put the master.key that belongs to this backup into", (await BotProcess.Run(folder.FullName, "", restore)).Errors, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "elsewhere"));
        File.Copy(Path.Combine(folder.FullName, ".mentorbot", "master.key"), Path.Combine(folder.FullName, "elsewhere", "master.key"));

        var restored = await BotProcess.Run(folder.FullName, "", restore);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("1 rows were put back", restored.Output, StringComparison.Ordinal);
        await using var store = SqliteRowStore.Open(Path.Combine(folder.FullName, "elsewhere", "rows.db"));
        Assert.Equal("until noon", (await store.Get(Ana, "away", default))?.Properties["when"]);
    }

    [Fact]
    public async Task Where_there_are_other_rows_nothing_is_put_back()
    {
        await Fill(".mentorbot");
        await BotProcess.Run(folder.FullName, "", "rows", "backup", "rows.jsonl");
        await Fill(".mentorbot", "since then");

        var refused = await BotProcess.Run(folder.FullName, "", "rows", "restore", "rows.jsonl");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("There are other rows already", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say what to do with the rows", "rows")]
    [InlineData("Say what to do with the rows", "rows", "backup")]
    [InlineData("There are no rows in", "rows", "backup", "rows.jsonl")]
    [InlineData("Put the master.key", "rows", "restore", "none.jsonl")]
    public async Task What_cannot_be_done_is_said_plainly(string said, params string[] typed)
    {
        var refused = await BotProcess.Run(folder.FullName, "", typed);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
    }

    private async Task Fill(string data, string key = "away")
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, data));
        await using var store = SqliteRowStore.Open(Path.Combine(folder.FullName, data, "rows.db"));
        using var masterKey = KeyFiles.At(Path.Combine(folder.FullName, data, "master.key"));
        await new Decisions(store, new Nudges()).Run(
            Ana, _ => Task.FromResult(true), (_, _) => ValueTask.FromResult(Plan.Of(true, new Write.Insert(key, new PropertyBag { { "when", "until noon" } }.Properties))), default);
    }
}
